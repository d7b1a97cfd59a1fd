package io.serai.identity.match;

import io.serai.identity.compare.Kind;

/** What is usual for fields of a kind: where learning starts, and what it falls back to where the data say little. */
final class Usual {

    private Usual() {}

    /** How rare a value is, in hundredths of a bit. */
    static int rarity(Kind kind) {
        return switch (kind) {
            case EMAIL, PHONE -> 1600;
            case BIRTH_DATE, STREET, FULL_NAME -> 1200;
            case POSTCODE, GEO -> 900;
            case FAMILY_NAME -> 700;
            case GIVEN_NAME, CITY, TEXT -> 500;
            case DATE, NUMBER -> 400;
            case EXACT -> 100;
        };
    }

    /** How often each level is seen between two records of one person. */
    static double[] same(Slot slot) {
        return spread(
                slot,
                0.8,
                switch (slot.kind()) {
                    case GIVEN_NAME, FAMILY_NAME, FULL_NAME -> 0.03;
                    case BIRTH_DATE, EXACT -> 0.05;
                    case EMAIL, PHONE, STREET, POSTCODE, CITY, GEO -> 0.15;
                    case TEXT, DATE, NUMBER -> 0.2;
                });
    }

    /**
     * How often at most a slot speaks against two records of one person: where it did more often, what a family shares would be
     * learned as what tells a person.
     */
    static double mostAgainst(Slot slot) {
        return switch (slot.kind()) {
            case GIVEN_NAME, FAMILY_NAME, FULL_NAME -> .1;
            case BIRTH_DATE -> .15;
            default -> 1;
        };
    }

    /** How often each level is seen between two people of one household; null where it is as between strangers. */
    static double[] house(Slot slot) {
        return switch (slot.kind()) {
            case FAMILY_NAME, STREET, POSTCODE, CITY -> spread(slot, 0.85, 0.1);
            case PHONE, EMAIL -> spread(slot, 0.4, 0.55);
            case TEXT -> spread(slot, .3, .6);
            default -> null;
        };
    }

    private static double[] spread(Slot slot, double whole, double none) {
        double[] spread = new double[slot.levels()];
        double rest = 1 - whole - none;
        int between = slot.top() - 1;
        for (int level = 1; level < slot.top(); level++) {
            spread[level] = rest * 0.98 * 2 * level / (between * (between + 1));
        }
        spread[0] = none;
        spread[slot.top()] = between == 0 ? 1 - none : whole;
        spread[slot.swapped()] = 0.02 * rest;
        return spread;
    }
}
