package io.serai.sync;

import io.serai.profile.ProfileRow;

/** Whether a person may be sent. */
final class Permission {

    private Permission() {}

    /** The trait that decides; null when none does. */
    static String trait(PlanTerms terms) {
        return terms.consent() == null ? null : "consent." + terms.consent();
    }

    /** Why not; null when the person may be sent. */
    static String refusal(PlanTerms terms, ProfileRow person, boolean suppressed) {
        if (suppressed) {
            return "the person was erased";
        }
        if (terms.consent() == null) {
            return null;
        }
        Object consent = person.fields().get(trait(terms));
        if ("granted".equals(consent)) {
            return null;
        }
        return "consent for " + terms.consent() + " is " + ("denied".equals(consent) ? "denied" : "not known");
    }
}
