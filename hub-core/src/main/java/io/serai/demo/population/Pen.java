package io.serai.demo.population;

import java.util.Locale;

/** Writes what a source holds about a person at some time, in that source's hand. */
final class Pen {

    private static final double JUNK_VALUE = 0.012;
    private static final double BRANCH_VALUE = 0.006;

    private final Source source;
    private final Individual person;
    private final Dice dice;
    private final double time;
    private final Row row;

    Pen(Source source, Individual person, Dice dice) {
        this.source = source;
        this.person = person;
        this.dice = dice;
        this.time = dice.unit();
        this.row = new Row(source);
    }

    Row write() {
        if (source == Source.TILL) {
            writeAtTill();
        } else {
            write(
                    percent(source.first),
                    percent(source.last),
                    percent(source.birth),
                    percent(source.home),
                    percent(person.mailed() ? Math.min(100, source.email * 5 / 4) : source.email / 3),
                    percent(person.dialled() ? Math.min(97, source.phone * 4 / 3) : source.phone / 3),
                    percent(source.card));
        }
        row.country = country();
        dress();
        return row;
    }

    /** A till asks for as little as it can. */
    private void writeAtTill() {
        switch (dice.weighed(
                person.dialled() ? 42 : 8,
                person.card() == null ? 0 : 20,
                person.mailed() ? 14 : 4,
                person.dialled() ? 40 : 12)) {
            case 0 -> write(true, false, false, false, false, true, percent(10));
            case 1 -> write(percent(10), false, false, false, false, false, true);
            case 2 -> write(percent(30), false, false, false, true, false, false);
            default -> write(true, true, false, false, percent(15), true, percent(20));
        }
        row.met(Trouble.SPARSE);
    }

    private void write(
            boolean first, boolean last, boolean birth, boolean home, boolean email, boolean phone, boolean card) {
        NamePen names = new NamePen(source, person, time, row, dice);
        if (first) {
            row.firstName = names.first();
        }
        if (last) {
            row.lastName = names.last();
        }
        if (first && last && percent(source.swapped)) {
            String other = row.firstName;
            row.firstName = row.lastName;
            row.lastName = other;
            row.met(Trouble.SWAPPED_NAMES);
        }
        row.birthDate = birth ? new DatePen(source, person, row, dice).date() : null;
        if (home) {
            address();
        }
        row.email = email ? email() : null;
        row.phone = phone ? phone() : null;
        row.loyalty = card ? card() : null;
        if (!last && !home || !birth && !email && !phone && !home) {
            row.met(Trouble.SPARSE);
        }
    }

    private void address() {
        Address home = person.home().at(time);
        if (home != person.home().after()) {
            row.met(Trouble.OLD_ADDRESS);
        }
        Country country = person.household().country();
        row.street = slipped(country.line(home, percent(source == Source.IMPORT ? 60 : 22)));
        row.postcode = percent(95) ? digits(home.postcode()) : null;
        row.city = percent(96) ? slipped(home.city()) : null;
        if (dice.chance(JUNK_VALUE / 2)) {
            row.street = Junk.place(dice);
            row.met(Trouble.JUNK);
        }
        if (percent(8) && row.postcode != null) {
            row.postcode = row.postcode.replace(" ", "").replace("-", "");
        }
        if (source == Source.IMPORT && row.street.length() > 20) {
            row.street = row.street.substring(0, 20);
        }
    }

    private String email() {
        if (source == Source.MARKETPLACE && percent(60)) {
            row.met(Trouble.RELAY_EMAIL);
            return Mailbox.relay(dice);
        }
        if (dice.chance(JUNK_VALUE * 1.5)) {
            row.met(Trouble.JUNK);
            return Junk.mail(dice);
        }
        if ((source == Source.TILL || source == Source.CRM) && dice.chance(BRANCH_VALUE)) {
            row.met(Trouble.BRANCH_VALUE);
            return Junk.branchMail(dice);
        }
        String shared = person.household().mailbox();
        if (shared != null && percent(70)) {
            row.met(Trouble.SHARED_EMAIL);
            return slipped(shared);
        }
        return slipped(person.mail().at(time));
    }

    private String phone() {
        if (dice.chance(JUNK_VALUE * 1.5)) {
            row.met(Trouble.JUNK);
            return Junk.phone(dice);
        }
        Household household = person.household();
        if ((source == Source.TILL || source == Source.CRM) && dice.chance(BRANCH_VALUE)) {
            row.met(Trouble.BRANCH_VALUE);
            return Junk.branchPhone(household.country(), dice);
        }
        boolean landline = household.landline() != null && percent(person.atHome() ? 90 : 7);
        if (landline && household.kind() != Household.Kind.ALONE) {
            row.met(Trouble.SHARED_PHONE);
        }
        String number = landline ? household.landline() : person.mobile().at(time);
        return household.country().written(digits(number), percent(70) ? source.ordinal() : dice.below(6));
    }

    private String card() {
        return person.card() == null || percent(3) ? null : digits(person.card());
    }

    private String country() {
        if (source == Source.TILL || percent(6)) {
            return null;
        }
        Country country = person.household().country();
        return switch (source) {
            case CRM ->
                country.names().get(percent(70) ? 2 : dice.below(country.names().size()));
            case IMPORT -> country.names().get(dice.below(country.names().size()));
            default -> country.code();
        };
    }

    private String slipped(String text) {
        if (!percent(source.slips)) {
            return text;
        }
        Trouble kind = dice.pick(source.hands);
        String slipped = Slips.slip(text, kind, dice);
        if (!slipped.equals(text)) {
            row.met(kind);
        }
        return slipped;
    }

    private String digits(String text) {
        if (!percent(source.slips / 2)) {
            return text;
        }
        row.met(Trouble.WRONG_DIGIT);
        return Slips.slip(text, percent(70) ? Trouble.WRONG_DIGIT : Trouble.TRANSPOSED, dice);
    }

    /** Capitals and accents go by the whole row, as they do where a system or a person never uses them. */
    private void dress() {
        boolean umlauts = person.culture().is("de") && percent(50);
        if (percent(source.plain)) {
            plain(umlauts);
        }
        if (percent(source.capitals)) {
            boolean upper = source != Source.WEB && source != Source.NEWSLETTER || percent(30);
            row.firstName = cased(row.firstName, upper);
            row.lastName = cased(row.lastName, upper);
            row.street = cased(row.street, upper);
            row.city = cased(row.city, upper);
            row.met(Trouble.LETTER_CASE);
        }
        if (row.email != null && percent(7)) {
            row.email = percent(50)
                    ? row.email.toUpperCase(Locale.ROOT)
                    : row.email.substring(0, 1).toUpperCase(Locale.ROOT) + row.email.substring(1);
        }
    }

    private void plain(boolean umlauts) {
        String before = row.firstName + row.lastName + row.street + row.city;
        row.firstName = plain(row.firstName, umlauts);
        row.lastName = plain(row.lastName, umlauts);
        row.street = plain(row.street, umlauts);
        row.city = plain(row.city, umlauts);
        if (!before.equals(row.firstName + row.lastName + row.street + row.city)) {
            row.met(Trouble.WITHOUT_ACCENTS);
        }
    }

    private static String plain(String text, boolean umlauts) {
        return text == null ? null : Spelling.ascii(umlauts ? Spelling.withoutUmlauts(text) : text);
    }

    private static String cased(String text, boolean upper) {
        return text == null ? null : upper ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
    }

    private boolean percent(int share) {
        return dice.below(100) < share;
    }
}
