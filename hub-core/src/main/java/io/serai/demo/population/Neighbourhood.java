package io.serai.demo.population;

/**
 * Where a row lies: rows come in neighbourhoods of a fixed number, and each is laid out from its own dice, so that any row can be found
 * without those before it.
 *
 * @param household numbers all households of the world
 * @param person place in the household
 * @param row the how-manieth of that person
 */
record Neighbourhood(long household, Household.Kind kind, int person, int row) {

    /** Rows of a neighbourhood. */
    static final int ROWS = 64;

    private static final int HOUSEHOLDS = 128;
    private static final Household.Kind[] KINDS = Household.Kind.values();

    static Neighbourhood at(long seed, long place) {
        long block = place / ROWS;
        int wanted = (int) (place % ROWS);
        Dice dice = Dice.of(seed, block, -3);
        int used = 0;
        for (int household = 0; ; household++) {
            Household.Kind kind = KINDS[dice.weighed(46, 21, 22, 3, 3, 5)];
            int people = people(kind, dice);
            for (int person = 0; person < people; person++) {
                int rows = rows(kind, dice);
                if (wanted < used + rows) {
                    return new Neighbourhood(block * HOUSEHOLDS + household, kind, person, wanted - used);
                }
                used += rows;
            }
        }
    }

    private static int people(Household.Kind kind, Dice dice) {
        return switch (kind) {
            case ALONE -> 1;
            case COUPLE, TWINS -> 2;
            case FAMILY -> dice.between(3, 5);
            case NAMESAKES -> dice.between(2, 3);
            case FLAT -> dice.between(3, 4);
        };
    }

    /** Most people left one row; not everybody in a family is a customer. */
    private static int rows(Household.Kind kind, Dice dice) {
        if (kind != Household.Kind.ALONE && dice.chance(0.4)) {
            return 0;
        }
        return 1 + dice.weighed(755, 140, 55, 24, 12, 7, 4, 3);
    }
}
