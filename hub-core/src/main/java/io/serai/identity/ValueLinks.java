package io.serai.identity;

import java.util.ArrayList;
import java.util.List;

/**
 * Links the bearers of one value: they come in the order of what they say, and each joins the first part that it may; so the
 * result does not depend on numbers or on the order of arrival.
 */
final class ValueLinks implements Nodes.Visitor {

    /** A bearer that this many parts with one value refuse stays apart. */
    private static final int ATTEMPTS = 64;

    private final Forest forest;
    private final LinkBook book;

    ValueLinks(Forest forest, LinkBook book) {
        this.forest = forest;
        this.book = book;
    }

    @Override
    public void visit(IdentifierRule rule, Identifier value, int[] bearers) {
        List<Integer> heads = new ArrayList<>(2);
        if (!rule.shared()) {
            for (int bearer : bearers) {
                join(bearer, heads, value, false);
            }
            return;
        }
        for (int bearer : bearers) {
            if (isEvidenced(bearer)) {
                join(bearer, heads, value, true);
            }
        }
        long people = heads.stream().map(forest::whole).distinct().count();
        boolean inParts = heads.stream().map(forest::find).distinct().count() > 1;
        for (int bearer : bearers) {
            if (!isEvidenced(bearer)) {
                attach(bearer, people == 1 ? heads.get(0) : -1, inParts, value, bearers);
            }
        }
    }

    /** By itself: whom a person has given it to does not make it one more of those who share the value. */
    private boolean isEvidenced(int bearer) {
        for (Evidence evidence : forest.ownEvidence(bearer)) {
            if (evidence.firstName() != null || evidence.birthDate() != null) {
                return true;
            }
        }
        return false;
    }

    private void join(int bearer, List<Integer> heads, Identifier value, boolean shared) {
        for (int head : heads) {
            if (forest.find(head) == forest.find(bearer)) {
                return;
            }
        }
        for (int head : heads) {
            if (joins(head, bearer, value, shared, Way.AS_ONE)) {
                return;
            }
        }
        if (heads.size() < ATTEMPTS) {
            heads.add(bearer);
        }
    }

    private void attach(int bearer, int head, boolean inParts, Identifier value, int[] bearers) {
        if (head >= 0) {
            if (forest.find(head) != forest.find(bearer)) {
                joins(head, bearer, value, true, inParts ? Way.AS_PART_OF_ITS_OWN : Way.UNKNOWN_WILL_DO);
            }
            return;
        }
        for (int i = 0; i < bearers.length && i < ATTEMPTS; i++) {
            if (forest.whole(bearers[i]) != forest.whole(bearer)) {
                book.refuse(bearers[i], bearer, value, Refusal.Why.UNKNOWN, null);
            }
        }
    }

    /** How a bearer comes to the head. */
    private enum Way {
        AS_ONE,
        /** Nobody else has the value. */
        UNKNOWN_WILL_DO,
        /** Nobody else has the value, but which part of the person's cluster it is of cannot be told. */
        AS_PART_OF_ITS_OWN
    }

    private boolean joins(int head, int bearer, Identifier value, boolean shared, Way way) {
        boolean joined = forest.whole(head) == forest.whole(bearer);
        Refusal.Why why = objection(head, bearer, shared, way != Way.AS_ONE);
        IdentifierRule crossed = why == null ? forest.crossed(forest.find(head), forest.find(bearer)) : null;
        if (why == null && crossed == null) {
            if (!joined) {
                book.link(head, bearer, value);
            }
            if (way == Way.AS_PART_OF_ITS_OWN) {
                forest.bind(head, bearer);
            } else {
                forest.union(forest.find(head), forest.find(bearer));
            }
            return true;
        }
        if (!joined) {
            String limit = crossed == null ? null : crossed.name();
            book.refuse(head, bearer, value, crossed == null ? why : Refusal.Why.LIMIT, limit);
        }
        return false;
    }

    /** Null when there is none. */
    private Refusal.Why objection(int head, int bearer, boolean shared, boolean unknownWillDo) {
        if (forest.keptApart(head, bearer)) {
            return Refusal.Why.KEPT_APART;
        }
        if (!shared) {
            return null;
        }
        return switch (Agreement.between(forest.evidence(head), forest.evidence(bearer))) {
            case DIFFER -> Refusal.Why.DIFFERENT;
            case UNKNOWN -> unknownWillDo ? null : Refusal.Why.UNKNOWN;
            case AGREE -> null;
        };
    }
}
