package io.serai.identity;

import io.serai.identity.compare.Kind;
import io.serai.identity.match.Field;
import io.serai.identity.match.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Likeness by equal values, small enough to be worked out by hand: four bits for a value that is equal, two against for another. */
record PlainLikeness(int blockLimit, int mostTogether) implements Likeness {

    static final int PRIOR = -700;

    /** One shop's id, and e-mail and phone on so many people at most; names, birth dates and e-mails are compared. */
    static IdentityRules rules(int mostProfiles) {
        return new IdentityRules(
                List.of(
                        new IdentifierRule("shop_id", 1, IdentifierRule.Kind.ID, "", List.of(), false, mostProfiles),
                        new IdentifierRule("email", 9, IdentifierRule.Kind.ID, "", List.of(), false, mostProfiles),
                        new IdentifierRule("phone", 9, IdentifierRule.Kind.ID, "", List.of(), true, mostProfiles)),
                Optional.of(new Matching(
                        List.of(
                                new Field("first_name", Kind.GIVEN_NAME),
                                new Field("last_name", Kind.FAMILY_NAME),
                                new Field("birth_date", Kind.BIRTH_DATE),
                                new Field("email", Kind.EMAIL)),
                        .99,
                        .8)),
                1);
    }

    @Override
    public Object portrait(List<String> said) {
        return said;
    }

    /** One for every two neighbouring fields that are both said. */
    @Override
    public long[] keys(Object portrait) {
        List<?> said = (List<?>) portrait;
        List<Long> keys = new ArrayList<>();
        for (int field = 0; field < said.size(); field++) {
            Object one = said.get(field);
            Object other = said.get((field + 1) % said.size());
            if (one != null && other != null) {
                keys.add(31L * (31L * field + one.hashCode()) + other.hashCode());
            }
        }
        return keys.stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public int weight(Object left, Object right) {
        List<?> one = (List<?>) left;
        List<?> other = (List<?>) right;
        int weight = PRIOR;
        for (int field = 0; field < Math.min(one.size(), other.size()); field++) {
            if (one.get(field) != null && other.get(field) != null) {
                weight += one.get(field).equals(other.get(field)) ? 400 + 7 * field : -200;
            }
        }
        return weight;
    }

    @Override
    public Score score(Object left, Object right) {
        List<?> one = (List<?>) left;
        List<?> other = (List<?>) right;
        List<Score.Contribution> contributions = new ArrayList<>();
        for (int field = 0; field < Math.min(one.size(), other.size()); field++) {
            if (one.get(field) != null && other.get(field) != null) {
                boolean same = one.get(field).equals(other.get(field));
                contributions.add(new Score.Contribution(
                        "field" + field, same ? "same" : "different", same ? 400 + 7 * field : -200));
            }
        }
        int weight = weight(left, right);
        return new Score(weight, probability(weight), 0, PRIOR, contributions, 0);
    }

    @Override
    public int floor() {
        return 0;
    }

    @Override
    public int mergeAt() {
        return 450;
    }

    @Override
    public int reviewAt() {
        return 100;
    }

    @Override
    public double probability(int weight) {
        double odds = Math.pow(2, weight / 100.0);
        return odds / (1 + odds);
    }
}
