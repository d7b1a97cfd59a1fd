package io.serai.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** What of a saying is evidence: a value that is on too many people is not, in a compared field as little as as an identifier. */
final class Masks {

    private final List<String> identifierOf = new ArrayList<>();
    private final boolean any;

    Masks(IdentityRules rules) {
        rules.matching()
                .map(Matching::fields)
                .orElse(List.of())
                .forEach(field -> identifierOf.add(
                        rules.rule(field.name()).map(IdentifierRule::name).orElse(null)));
        any = identifierOf.stream().anyMatch(name -> name != null);
    }

    /** Whether values of that identifier are compared, too. */
    boolean isCompared(String identifier) {
        return identifierOf.contains(identifier);
    }

    /** The values of a saying that may be on too many people. */
    void doubtful(List<String> said, Collection<Identifier> into) {
        for (int field = 0; any && field < said.size(); field++) {
            if (identifierOf.get(field) != null && said.get(field) != null) {
                into.add(new Identifier(identifierOf.get(field), said.get(field)));
            }
        }
    }

    /**
     * The saying without values that are on too many people.
     *
     * @param overloaded whether a value is
     */
    List<String> masked(List<String> said, Predicate<Identifier> overloaded) {
        List<String> masked = null;
        for (int field = 0; any && field < said.size(); field++) {
            String name = identifierOf.get(field);
            String value = said.get(field);
            if (name != null && value != null && overloaded.test(new Identifier(name, value))) {
                masked = masked == null ? new ArrayList<>(said) : masked;
                masked.set(field, null);
            }
        }
        return masked == null ? said : Collections.unmodifiableList(masked);
    }
}
