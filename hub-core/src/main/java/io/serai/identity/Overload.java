package io.serai.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds the values that are on too many people, among everybody. */
final class Overload {

    private Overload() {}

    static Set<Identifier> of(IdentityRules rules, Collection<Signature> everybody) {
        Map<Identifier, Integer> bearers = new HashMap<>();
        for (Signature signature : everybody) {
            signature.identifiers().forEach(value -> bearers.merge(value, 1, Integer::sum));
        }
        Map<Identifier, Crowd> crowds = new HashMap<>();
        for (IdentifierRule rule : rules.identifiers()) {
            bearers.forEach((value, count) -> {
                if (value.name().equals(rule.name()) && count > rule.maxPeople()) {
                    crowds.putIfAbsent(value, new Crowd(rules, rule));
                }
            });
        }
        for (Signature signature : everybody) {
            for (Identifier value : signature.identifiers()) {
                Crowd crowd = crowds.get(value);
                if (crowd != null) {
                    crowd.add(signature);
                }
            }
        }
        crowds.values().removeIf(crowd -> !crowd.tooMany());
        return new HashSet<>(crowds.keySet());
    }
}
