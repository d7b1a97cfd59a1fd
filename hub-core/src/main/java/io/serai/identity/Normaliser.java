package io.serai.identity;

import io.serai.identity.compare.PhoneNumbers;

/** One way of writing for the values of one kind of identifier. */
interface Normaliser {

    /**
     * The canonical value.
     *
     * @param text without white space around it, not empty
     * @return null when the text is no such value, or one that stands for nothing
     */
    String normalise(String text);

    /** The normaliser of a rule. */
    static Normaliser of(IdentifierRule rule) {
        return switch (rule.normalise()) {
            case EMAIL -> new EmailNormaliser();
            case PHONE -> new PhoneNumbers(rule.region())::normalise;
            case ID -> new IdNormaliser();
        };
    }
}
