package io.serai.identity;

import io.serai.identity.ColumnSenses.Column;
import io.serai.identity.compare.Kind;
import io.serai.identity.compare.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts columns together to fields: a street of number and name, a birth date of year, month and day. */
final class ColumnFields {

    private static final double NEARLY_ALWAYS = .8;
    /** More different values among those looked at than these are no category. */
    private static final int CATEGORIES = 60;

    private final String region;
    private final List<Meaning> fields = new ArrayList<>();
    private final Map<String, String> ignored = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private final List<Column> left;
    private final Map<String, Column> byName = new LinkedHashMap<>();

    ColumnFields(List<Column> columns, String region) {
        this.region = region;
        this.left = new ArrayList<>(columns);
        columns.forEach(column -> byName.put(column.name(), column));
        leaveOut();
        together("birth_date", Kind.BIRTH_DATE, Sense.BIRTH_YEAR, Sense.BIRTH_MONTH, Sense.BIRTH_DAY);
        together("location", Kind.GEO, Sense.LATITUDE, Sense.LONGITUDE);
        streets();
        names(Sense.GIVEN);
        names(Sense.FAMILY);
        for (Column column : List.copyOf(left)) {
            alone(column);
        }
        List<String> order = columns.stream().map(Column::name).toList();
        fields.sort(
                Comparator.comparingInt(field -> order.indexOf(field.columns().get(0))));
    }

    List<Meaning> fields() {
        return List.copyOf(fields);
    }

    /** Column to reason, in the order of the columns. */
    Map<String, String> ignored() {
        return ignored;
    }

    private void leaveOut() {
        for (Column column : List.copyOf(left)) {
            String reason = reason(column);
            if (reason != null) {
                ignore(column, reason);
            }
        }
    }

    private void ignore(Column column, String reason) {
        left.remove(column);
        ignored.put(column.name(), reason);
    }

    private static String reason(Column column) {
        ColumnValues values = column.values();
        if (values.isEmpty()) {
            return "empty";
        }
        return switch (column.sense()) {
            case ROW -> values.isKnown() && values.isUnique() ? "unique on every row" : "numbers records, not people";
            case TRUTH -> "tells who is who, which is what is asked";
            case META -> "says nothing about who a person is";
            case NATIONAL, UNKNOWN, WORDS ->
                values.isKnown() && values.withDigits() > .5 && values.isUnique()
                        ? "unique on every row"
                        : values.different() == 1 && values.sample().size() > 20 ? "the same on every row" : null;
            default -> null;
        };
    }

    private List<Column> of(Sense sense) {
        return left.stream().filter(column -> column.sense() == sense).toList();
    }

    /** One field of one column of each sense; nothing when the first is missing. */
    private void together(String name, Kind kind, Sense... senses) {
        List<Column> parts = new ArrayList<>();
        for (Sense sense : senses) {
            List<Column> of = of(sense);
            if (of.isEmpty()) {
                break;
            }
            parts.add(of.get(0));
        }
        boolean whole = kind == Kind.GEO ? parts.size() == 2 : !parts.isEmpty();
        if (whole) {
            add(name, kind, parts);
        }
        for (Sense sense : senses) {
            of(sense)
                    .forEach(column ->
                            ignore(column, "a part of a " + name.replace('_', ' ') + " of which the rest is missing"));
        }
    }

    private void add(String name, Kind kind, List<Column> parts) {
        String unique = name;
        for (int i = 2; !names.add(unique); i++) {
            unique = name + '_' + i;
        }
        boolean dated = kind == Kind.BIRTH_DATE || kind == Kind.DATE;
        boolean dayFirst = !dated || parts.size() > 1 || parts.get(0).values().dayFirst();
        fields.add(new Meaning(
                unique,
                kind,
                new Settings(region, dayFirst),
                parts.stream().map(Column::name).toList()));
        left.removeAll(parts);
    }

    private void streets() {
        while (true) {
            Column first = of(Sense.STREET).stream()
                    .min(Comparator.comparingInt(column -> column.header().number()))
                    .orElse(null);
            if (first == null) {
                break;
            }
            List<Column> parts = new ArrayList<>();
            of(Sense.HOUSE_NUMBER).stream()
                    .filter(column -> isBeside(first, column))
                    .findFirst()
                    .ifPresent(parts::add);
            parts.add(first);
            for (Column column : List.copyOf(left)) {
                boolean more = column.sense() == Sense.STREET_MORE
                        || column.sense() == Sense.STREET && column.header().number() > 1;
                if (column != first && more && isBeside(first, column)) {
                    parts.add(column);
                }
            }
            if (!repeats(first, Sense.STREET)) {
                add("street", Kind.STREET, parts);
            } else {
                parts.remove(first);
                parts.forEach(part -> ignore(part, "goes with \"" + first.name() + "\""));
            }
        }
        of(Sense.HOUSE_NUMBER).forEach(column -> add("house_number", Kind.EXACT, List.of(column)));
        of(Sense.STREET_MORE).forEach(column -> add("address_2", Kind.TEXT, List.of(column)));
    }

    private static boolean isBeside(Column one, Column two) {
        return one.header().owner().equals(two.header().owner());
    }

    /** Names of two columns: fname_c1 and fname_c2, apellido1 and apellido2, tussenvoegsel and achternaam. */
    private void names(Sense sense) {
        for (Column first : of(sense)) {
            if (!left.contains(first)) {
                continue;
            }
            List<Column> parts = new ArrayList<>();
            for (Column column : List.copyOf(left)) {
                boolean before = sense == Sense.FAMILY && column.sense() == Sense.PARTICLE;
                boolean after = sense == Sense.FAMILY && column.sense() == Sense.FAMILY_TOO;
                boolean numbered = column.sense() == sense
                        && column.header().number() != first.header().number()
                        && column.header().number() > 1;
                if (column != first && isBeside(first, column) && (before || after || numbered)) {
                    parts.add(before ? 0 : parts.size(), column);
                }
            }
            parts.add(parts.isEmpty() || parts.get(0).sense() != Sense.PARTICLE ? 0 : 1, first);
            if (!repeats(first, sense)) {
                add(sense.field(), sense.kind(), parts);
            } else {
                parts.remove(first);
                parts.forEach(part -> ignore(part, "goes with \"" + first.name() + "\""));
            }
        }
    }

    /** Whether an earlier column of the sense says nearly always the same; then the column is ignored. */
    private boolean repeats(Column column, Sense sense) {
        if (!column.values().isKnown()) {
            return false;
        }
        for (Meaning field : fields) {
            Column earlier = byName.get(field.columns().get(field.columns().size() - 1));
            if (field.kind() == sense.kind() && ColumnValues.same(earlier.values(), column.values()) > NEARLY_ALWAYS) {
                ignore(column, "nearly always the same as \"" + earlier.name() + "\"");
                return true;
            }
        }
        return false;
    }

    /** Whether a whole name is nearly always the given and the family name of the same row. */
    private boolean isMade(Column column) {
        List<ColumnValues> parts = new ArrayList<>();
        for (Sense sense : List.of(Sense.GIVEN, Sense.FAMILY)) {
            fields.stream()
                    .filter(field ->
                            field.kind() == sense.kind() && field.columns().size() == 1)
                    .findFirst()
                    .ifPresent(field ->
                            parts.add(byName.get(field.columns().get(0)).values()));
        }
        return column.sense() == Sense.FULL
                && parts.size() == 2
                && column.values().joined(parts.get(0), parts.get(1)) > NEARLY_ALWAYS;
    }

    private void alone(Column column) {
        Sense sense = column.sense();
        if (isMade(column)) {
            ignore(column, "made of first and last name");
            return;
        }
        if (repeats(column, sense)) {
            return;
        }
        String own = Header.words(column.name()).stream()
                .reduce((one, two) -> one + '_' + two)
                .orElse("field");
        Kind kind = sense == Sense.UNKNOWN ? kind(column.values()) : sense.kind();
        add(sense.field().isEmpty() ? own : sense.field(), kind, List.of(column));
    }

    /** How values of no known meaning are compared. */
    private static Kind kind(ColumnValues values) {
        if (!values.isKnown()) {
            return Kind.TEXT;
        }
        if (values.dates() > .7) {
            return Kind.DATE;
        }
        boolean category = values.different() <= CATEGORIES;
        boolean code = values.severalWords() < .1 && values.withDigits() > .5;
        if (!category && values.fractions() > .7) {
            return Kind.NUMBER;
        }
        return category || code ? Kind.EXACT : Kind.TEXT;
    }
}
