package io.serai.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Counts the people that a value is on: by their names, and by the identifiers of which a person has only so many. */
final class Crowd {

    private final int most;
    private final String name;
    private final List<IdentifierRule> limited = new ArrayList<>();
    private final List<Set<String>> values = new ArrayList<>();
    private final Set<String> fullNames = new HashSet<>();
    private final Set<String> lastNames = new HashSet<>();
    private int bearers;

    Crowd(IdentityRules rules, IdentifierRule rule) {
        most = rule.maxPeople();
        name = rule.name();
        for (IdentifierRule other : rules.identifiers()) {
            if (!other.name().equals(name) && other.perProfile() != Integer.MAX_VALUE) {
                limited.add(other);
                values.add(new HashSet<>());
            }
        }
    }

    /** Counts one bearer. */
    void add(Signature bearer) {
        bearers++;
        Evidence evidence = bearer.evidence();
        if (evidence.firstName() != null) {
            fullNames.add(evidence.firstName() + ' ' + evidence.lastName());
        }
        if (evidence.lastName() != null) {
            lastNames.add(evidence.lastName());
        }
        for (Identifier identifier : bearer.identifiers()) {
            for (int i = 0; i < values.size(); i++) {
                if (limited.get(i).name().equals(identifier.name())) {
                    values.get(i).add(identifier.value());
                }
            }
        }
    }

    /** How many people, at least. */
    int people() {
        int people = Math.max(fullNames.size(), lastNames.size());
        for (int i = 0; i < values.size(); i++) {
            int limit = Math.max(1, limited.get(i).perProfile());
            people = Math.max(people, (values.get(i).size() + limit - 1) / limit);
        }
        return Math.min(people, bearers);
    }

    boolean tooMany() {
        return bearers > most && people() > most;
    }
}
