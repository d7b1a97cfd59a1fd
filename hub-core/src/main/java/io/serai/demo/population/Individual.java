package io.serai.demo.population;

import java.time.LocalDate;

/** A person as they are; what sources write about them is another matter. */
final class Individual {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    private final Household household;
    private final Culture culture;
    private final GivenName given;
    private final String middle;
    private final Past<String> surname;
    private final boolean doubleName;
    private final LocalDate birth;
    private final Past<Address> home;
    private final Past<String> mobile;
    private final long seed;
    private final int place;
    private final String card;
    private final boolean dialled;
    private final boolean atHome;
    private final boolean mailed;

    private Individual(Household household, int place, Household.Kind kind, long seed, World world) {
        Dice dice = Dice.of(seed, household.number(), place);
        Dice shared = Dice.of(seed, household.number(), -2);
        boolean partner = place == 1 && (kind == Household.Kind.COUPLE || kind == Household.Kind.FAMILY);
        boolean child = place > 1 && kind == Household.Kind.FAMILY || kind == Household.Kind.NAMESAKES && place == 1;
        boolean related = household.isFamily() && (!partner || household.oneName());
        boolean woman = partner
                || kind == Household.Kind.NAMESAKES && place == 2
                || dice.chance(kind == Household.Kind.COUPLE || kind == Household.Kind.NAMESAKES ? 0.03 : 0.5);
        this.household = household;
        this.culture = household.isFamily() && (!partner || household.oneName() || dice.chance(0.7))
                        || kind == Household.Kind.ALONE
                ? household.culture()
                : world.culture(household.country(), dice);
        GivenName namesake = culture.givenName(false, shared);
        this.given = kind == Household.Kind.NAMESAKES && place < 2 ? namesake : culture.givenName(woman, dice);
        this.middle = dice.chance(0.2) ? culture.givenName(woman, dice).formal() : null;
        String own = culture.surname(child ? shared : dice);
        String name = related || place == 0 ? household.surname() : own;
        this.surname =
                surname(woman, woman && household.oneName() && !child && kind != Household.Kind.TWINS, name, own, dice);
        this.doubleName = surname.changes() && dice.chance(0.3);
        this.birth = birth(kind, place, child, dice, shared);
        Past<Address> together = household.home();
        boolean movedIn = !child && dice.chance(0.05);
        this.home = movedIn
                ? new Past<>(household.country().home(dice.chance(0.5), dice), together.after(), dice.unit())
                : together;
        this.mobile = changing(
                0.13, household.country().phone(true, dice), household.country().phone(true, dice), dice);
        this.seed = seed;
        this.place = place;
        this.card =
                dice.chance(0.45) ? "L" + Long.toString(10_000_000_000L + (dice.next() >>> 1) % 90_000_000_000L) : null;
        this.dialled = dice.chance(0.7);
        this.atHome = dice.chance(0.35);
        this.mailed = dice.chance(0.7);
    }

    static Individual of(Household household, int place, long seed, World world) {
        return new Individual(household, place, household.kind(), seed, world);
    }

    private Past<String> surname(boolean woman, boolean mayMarry, String name, String own, Dice dice) {
        String after = woman ? culture.ofWoman(name) : name;
        if (culture.is("es")) {
            return Past.always(after + " " + own);
        }
        boolean married = mayMarry && !culture.keepsBirthName() && dice.chance(0.25);
        return married ? new Past<>(culture.ofWoman(own), after, dice.unit()) : Past.always(after);
    }

    private static LocalDate birth(Household.Kind kind, int place, boolean child, Dice dice, Dice shared) {
        int parents = 32 + shared.below(40);
        int age =
                switch (kind) {
                    case FLAT -> 18 + dice.below(9);
                    case ALONE -> 18 + dice.below(70);
                    case TWINS -> 15 + shared.below(40);
                    default -> child ? Math.max(12, parents - 22 - dice.below(12)) : parents + dice.between(-4, 4);
                };
        // Twins have one birthday: the shared dice fall alike for both.
        int day = (kind == Household.Kind.TWINS && place < 2 ? shared : dice).below(365);
        return TODAY.minusDays(age * 365L + day);
    }

    private static Past<String> changing(double share, String before, String after, Dice dice) {
        return dice.chance(share) ? new Past<>(before, after, dice.unit()) : Past.always(after);
    }

    Household household() {
        return household;
    }

    Culture culture() {
        return culture;
    }

    GivenName given() {
        return given;
    }

    /** A second given name; null for none. */
    String middle() {
        return middle;
    }

    Past<String> surname() {
        return surname;
    }

    /** Whether the name of birth stays beside the married one. */
    boolean doubleName() {
        return doubleName;
    }

    LocalDate birth() {
        return birth;
    }

    Past<Address> home() {
        return home;
    }

    Past<String> mobile() {
        return mobile;
    }

    Past<String> mail() {
        Dice dice = Dice.of(seed, household.number(), 100 + place);
        String before = Mailbox.of(given, surname.before(), birth.getYear(), dice);
        if (!dice.chance(0.09)) {
            return Past.always(before);
        }
        double since = dice.unit();
        return new Past<>(
                before,
                dice.chance(0.4)
                        ? Mailbox.atWork(given, surname.after(), dice)
                        : Mailbox.of(given, surname.after(), birth.getYear(), dice),
                since);
    }

    /** Whether they are free with their phone number. */
    boolean dialled() {
        return dialled;
    }

    /** Whether they are free with their e-mail address. */
    boolean mailed() {
        return mailed;
    }

    /** Whether they give the number of the phone in the hall, where there is one, rather than their own. */
    boolean atHome() {
        return atHome;
    }

    /** The loyalty card's number; null for none. */
    String card() {
        return card;
    }
}
