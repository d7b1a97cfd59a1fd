package io.serai.demo.population;

/** Writes a person's names as one source knows them. */
final class NamePen {

    private static final double JUNK_NAME = 0.003;

    private final Source source;
    private final Individual person;
    private final double time;
    private final Row row;
    private final Dice dice;
    private final boolean foreignHand;
    private final boolean foreignScript;

    NamePen(Source source, Individual person, double time, Row row, Dice dice) {
        this.source = source;
        this.person = person;
        this.time = time;
        this.row = row;
        this.dice = dice;
        this.foreignHand = dice.chance(0.3);
        this.foreignScript = source != Source.TILL && dice.chance(0.06);
    }

    String first() {
        if (dice.chance(JUNK_NAME)) {
            row.met(Trouble.JUNK);
            return Junk.name(dice);
        }
        GivenName given = person.given();
        String name = given.formal();
        if (!given.forms().isEmpty() && percent(source.nicknames)) {
            name = dice.pick(given.forms());
            row.met(Trouble.NICKNAME);
        }
        if (percent(source == Source.CRM ? 5 : source == Source.WEB ? 1 : 3)) {
            row.met(Trouble.INITIAL);
            return name.charAt(0) + (dice.chance(0.6) ? "." : "");
        }
        if (person.middle() != null && percent(12)) {
            row.met(Trouble.MIDDLE_NAME);
            name = name + " "
                    + (dice.chance(0.5) ? person.middle() : person.middle().charAt(0) + ".");
        }
        return slipped(foreign(name));
    }

    String last() {
        if (dice.chance(JUNK_NAME)) {
            row.met(Trouble.JUNK);
            return Junk.name(dice);
        }
        String name = person.surname().at(time);
        if (!name.equals(person.surname().after())) {
            row.met(Trouble.BIRTH_NAME);
        } else if (person.doubleName() && dice.chance(0.7)) {
            row.met(Trouble.DOUBLE_NAME);
            name = name + (dice.chance(0.7) ? "-" : " ") + person.surname().before();
        }
        if (person.culture().is("es") && dice.chance(0.4)) {
            // Abroad, and in short forms, the second surname is left out.
            name = name.substring(0, name.lastIndexOf(' '));
        }
        if (person.culture().is("nl") && dice.chance(0.2)) {
            name = name.replaceFirst("^(van|de)( der| den| de)? (.*)$", "$3 $1$2");
        }
        return slipped(foreign(name));
    }

    private String foreign(String name) {
        String other = name;
        if (person.culture().is("ru") && foreignScript) {
            other = Spelling.cyrillic(name);
        } else if (foreignHand) {
            other = Spelling.romanised(name, person.culture(), dice);
        }
        if (!other.equals(name)) {
            row.met(Trouble.TRANSLITERATED);
        }
        return other;
    }

    private String slipped(String name) {
        if (!percent(source.slips)) {
            return name;
        }
        Trouble kind = dice.pick(source.hands);
        String slipped = Slips.slip(name, kind, dice);
        if (!slipped.equals(name)) {
            row.met(kind);
        }
        return slipped;
    }

    private boolean percent(int share) {
        return dice.below(100) < share;
    }
}
