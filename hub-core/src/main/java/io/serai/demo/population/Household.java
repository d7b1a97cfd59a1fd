package io.serai.demo.population;

/** People at one address, and what they share. */
final class Household {

    /** Who lives together. */
    enum Kind {
        ALONE,
        COUPLE,
        FAMILY,
        /** A father and a son of one name, and perhaps the mother. */
        NAMESAKES,
        TWINS,
        /** Students or colleagues who share a flat and nothing else. */
        FLAT
    }

    private static final double LANDLINE = 0.35;
    private static final double MAILBOX = 0.14;
    private static final double MOVES = 0.15;

    private final long number;
    private final Kind kind;
    private final Country country;
    private final Culture culture;
    private final String surname;
    private final Past<Address> home;
    private final String landline;
    private final String mailbox;
    private final boolean oneName;

    private Household(long number, Kind kind, World world, Dice dice) {
        this.number = number;
        this.kind = kind;
        this.country = world.country(dice);
        this.culture = world.culture(country, dice);
        this.surname = culture.surname(dice);
        boolean inFlat = dice.chance(kind == Kind.FLAT || kind == Kind.ALONE ? 0.5 : 0.2);
        Address now = country.home(inFlat, dice);
        this.home = dice.chance(MOVES) ? new Past<>(earlier(now, dice), now, dice.unit()) : Past.always(now);
        this.landline = dice.chance(LANDLINE) ? country.phone(false, dice) : null;
        this.mailbox = isFamily() && dice.chance(MAILBOX) ? Mailbox.ofFamily(surname, dice) : null;
        this.oneName = kind != Kind.COUPLE && kind != Kind.FLAT || dice.chance(0.55);
    }

    static Household of(long seed, long number, Kind kind, World world) {
        return new Household(number, kind, world, Dice.of(seed, number, -1));
    }

    /** Half of all moves stay in town. */
    private Address earlier(Address now, Dice dice) {
        Address then = country.home(dice.chance(0.4), dice);
        return dice.chance(0.5)
                ? new Address(
                        then.number(),
                        then.flat(),
                        then.street(),
                        then.type(),
                        now.city(),
                        now.postcode().substring(0, 2) + then.postcode().substring(2))
                : then;
    }

    boolean isFamily() {
        return kind != Kind.FLAT && kind != Kind.ALONE;
    }

    long number() {
        return number;
    }

    Kind kind() {
        return kind;
    }

    Country country() {
        return country;
    }

    Culture culture() {
        return culture;
    }

    /** The family's name as a man bears it. */
    String surname() {
        return surname;
    }

    Past<Address> home() {
        return home;
    }

    /** A phone that stands in the hall; null for none. */
    String landline() {
        return landline;
    }

    /** An e-mail address that all of the family use; null for none. */
    String mailbox() {
        return mailbox;
    }

    /** Whether partners bear one name. */
    boolean oneName() {
        return oneName;
    }
}
