package io.serai.identity;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What each column of a table holds, by its header, its neighbours and its values. */
final class ColumnSenses {

    /** A column and what it holds. */
    record Column(String name, Header header, ColumnValues values, Sense sense) {

        Column as(Sense other) {
            return new Column(name, header, values, other);
        }

        /** The number at the end of a name that says nothing does not make columns parts of one. */
        Column unnumbered(Sense other) {
            return new Column(name, new Header(header.sense(), 0, header.plain(), header.owner()), values, other);
        }
    }

    /** Headers of a name that is whole when it stands alone, and one part of it beside the other part. */
    private static final Set<String> WHOLE_OR_PART = Set.of(
            "name", "nom", "nome", "nombre", "jmeno", "naam", "namn", "navn", "nimi", "ad", "isim", "nev", "nume",
            "ime");

    private static final Set<Sense> BIRTH = Set.of(Sense.BIRTH, Sense.BIRTH_YEAR, Sense.BIRTH_MONTH, Sense.BIRTH_DAY);

    private ColumnSenses() {}

    /**
     * The columns in their order.
     *
     * @param rows aligned with the headers; empty when only the headers are known
     */
    static List<Column> of(List<String> headers, List<String[]> rows) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            Header header = Header.of(headers.get(i));
            ColumnValues values = new ColumnValues(rows, i);
            columns.add(new Column(headers.get(i), header, values, header.sense()));
        }
        columns.replaceAll(column -> column.as(checked(column)));
        columns.replaceAll(column -> column.as(beside(column, columns)));
        birthParts(columns);
        columns.replaceAll(
                column -> column.sense() == Sense.UNKNOWN && column.values().isKnown()
                        ? column.unnumbered(byValues(column, columns))
                        : column);
        familyBesideGiven(columns);
        townBesidePostcode(columns);
        return columns;
    }

    /** Three columns side by side of a year, a month and a day, in this or the other order, where no birth date is. */
    private static void birthParts(List<Column> columns) {
        if (columns.stream().anyMatch(column -> BIRTH.contains(column.sense()))) {
            return;
        }
        for (int i = 0; i + 2 < columns.size(); i++) {
            boolean rising = isYear(columns.get(i)) && isDay(columns.get(i + 2));
            boolean falling = isDay(columns.get(i)) && isYear(columns.get(i + 2));
            if ((rising || falling) && isMonth(columns.get(i + 1))) {
                columns.set(i, columns.get(i).as(rising ? Sense.BIRTH_YEAR : Sense.BIRTH_DAY));
                columns.set(i + 1, columns.get(i + 1).as(Sense.BIRTH_MONTH));
                columns.set(i + 2, columns.get(i + 2).as(rising ? Sense.BIRTH_DAY : Sense.BIRTH_YEAR));
                return;
            }
        }
    }

    private static boolean isYear(Column column) {
        return column.sense() == Sense.UNKNOWN && column.values().between(1850, 2030) > .95;
    }

    private static boolean isMonth(Column column) {
        return column.sense() == Sense.UNKNOWN
                && column.values().between(1, 12) > .95
                && column.values().different() > 4;
    }

    private static boolean isDay(Column column) {
        return column.sense() == Sense.UNKNOWN
                && column.values().between(1, 31) > .95
                && column.values().different() > 12;
    }

    /** Of headers that say nothing: the words beside given names are family names. */
    private static void familyBesideGiven(List<Column> columns) {
        boolean known =
                columns.stream().anyMatch(column -> column.sense() == Sense.FAMILY || column.sense() == Sense.FULL);
        for (int i = 0; !known && i < columns.size(); i++) {
            for (int beside : columns.get(i).sense() == Sense.GIVEN ? new int[] {i + 1, i - 1} : new int[0]) {
                if (!known && beside >= 0 && beside < columns.size() && areWords(columns.get(beside))) {
                    columns.set(beside, columns.get(beside).as(Sense.FAMILY));
                    known = true;
                }
            }
        }
    }

    private static void townBesidePostcode(List<Column> columns) {
        boolean known = columns.stream().anyMatch(column -> column.sense() == Sense.CITY);
        for (int i = 1; !known && i < columns.size(); i++) {
            int town = columns.get(i).sense() == Sense.POSTCODE
                    ? i - 1
                    : columns.get(i - 1).sense() == Sense.POSTCODE ? i : -1;
            if (town >= 0 && areWords(columns.get(town))) {
                columns.set(town, columns.get(town).as(Sense.CITY));
                known = true;
            }
        }
    }

    private static boolean areWords(Column column) {
        ColumnValues values = column.values();
        return column.sense() == Sense.UNKNOWN
                && values.words() > .8
                && values.different() > 12
                && values.severalWords() < .6;
    }

    /** Unknown when the values contradict the header. */
    private static Sense checked(Column column) {
        ColumnValues values = column.values();
        Sense sense = column.sense();
        if (!values.isKnown() || sense == Sense.UNKNOWN) {
            return sense;
        }
        return switch (sense) {
            case EMAIL -> values.emails() > .2 ? sense : Sense.UNKNOWN;
            case PHONE -> values.phones() > .2 ? sense : Sense.UNKNOWN;
            case BIRTH ->
                values.dates() + values.between(1200, 2200) > .3 || values.between(1, 31) > .8 ? sense : Sense.UNKNOWN;
            case BIRTH_YEAR -> values.between(1, 2200) > .5 ? sense : values.words() > .5 ? Sense.CITY : Sense.UNKNOWN;
            case BIRTH_MONTH ->
                values.between(1, 12) > .5 || values.words() > .8
                        ? sense
                        : values.phones() > .3 ? Sense.PHONE : Sense.UNKNOWN;
            case BIRTH_DAY -> values.between(1, 31) > .5 ? sense : values.dates() > .3 ? Sense.BIRTH : Sense.UNKNOWN;
            case STREET -> values.emails() > .5 ? Sense.EMAIL : values.numbers() > .8 ? Sense.HOUSE_NUMBER : sense;
            case GIVEN, FAMILY, FULL, MAIDEN -> values.numbers() > .5 || values.emails() > .5 ? Sense.UNKNOWN : sense;
            case CITY -> values.numbers() > .8 ? Sense.UNKNOWN : sense;
            case TITLE -> values.different() > 40 ? Sense.WORDS : sense;
            case LATITUDE, LONGITUDE -> values.numbers() > .5 ? sense : Sense.UNKNOWN;
            default -> sense;
        };
    }

    /** What a column holds beside others. */
    private static Sense beside(Column column, List<Column> all) {
        Set<Sense> others = EnumSet.noneOf(Sense.class);
        all.stream()
                .filter(other -> other != column
                        && other.header().owner().equals(column.header().owner()))
                .forEach(other -> others.add(other.sense()));
        if (column.sense() == Sense.FULL
                && WHOLE_OR_PART.contains(column.header().plain())) {
            boolean given = others.contains(Sense.GIVEN);
            boolean family = others.contains(Sense.FAMILY);
            if (given != family && column.values().severalWords() < .6) {
                return given ? Sense.FAMILY : Sense.GIVEN;
            }
        }
        if (column.sense() == Sense.BIRTH
                && others.contains(Sense.BIRTH_YEAR)
                && column.values().between(1, 31) > .8) {
            return Sense.BIRTH_DAY;
        }
        boolean plainNumber = Set.of("no", "nr", "num", "numero", "number", "hno")
                .contains(column.header().plain());
        if (plainNumber
                && others.contains(Sense.STREET)
                && column.values().length() < 5
                && !column.values().isUnique()) {
            return Sense.HOUSE_NUMBER;
        }
        return column.sense();
    }

    /** What the values alone say; the column's header says nothing known. */
    private static Sense byValues(Column column, List<Column> all) {
        ColumnValues values = column.values();
        if (values.emails() > .6) {
            return Sense.EMAIL;
        }
        if (values.places() > .6) {
            return Sense.GEO;
        }
        if (values.dates() > .7) {
            boolean birth = all.stream().noneMatch(other -> other.sense() == Sense.BIRTH) && values.variety() > .3;
            return birth ? Sense.BIRTH : Sense.UNKNOWN;
        }
        if (values.phones() > .7 && values.phoneMarks() > .5 && values.variety() > .3) {
            return Sense.PHONE;
        }
        boolean coded = all.stream().anyMatch(other -> other.sense() == Sense.POSTCODE);
        if (!coded && values.postcodes() > .8 && values.different() > 20 && values.variety() < .99) {
            return Sense.POSTCODE;
        }
        if (values.streets() > .6 && values.variety() > .3) {
            return Sense.STREET;
        }
        return values.words() > .8 ? name(values, all) : Sense.UNKNOWN;
    }

    private static Sense name(ColumnValues values, List<Column> all) {
        boolean given = all.stream().anyMatch(column -> column.sense() == Sense.GIVEN);
        boolean full = all.stream().anyMatch(column -> column.sense() == Sense.FULL);
        if (values.variety() < .02 || given && full) {
            return Sense.UNKNOWN;
        }
        boolean several = values.severalWords() > .7;
        if (!full && several && values.givenNames() + values.givenNamesLater() > .25) {
            return Sense.FULL;
        }
        return !given && !several && values.givenNames() > .25 ? Sense.GIVEN : Sense.UNKNOWN;
    }
}
