package io.serai.identity;

import io.serai.identity.ColumnSenses.Column;
import io.serai.identity.compare.Kind;
import io.serai.identity.compare.Settings;
import io.serai.identity.match.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts columns together to fields: a street of number and name, a birth date of year, month and day. */
final class ColumnFields {

    private static final int MOST_UNKNOWN = 10;

    private final String region;
    private final List<Meaning> fields = new ArrayList<>();
    private final Map<String, String> ignored = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private final List<Column> left;
    private final Map<String, Column> byName = new LinkedHashMap<>();

    /** @param declared column to the field that it is by the configuration, whatever its header or values say */
    ColumnFields(List<Column> columns, String region, Map<String, Field> declared) {
        this.region = region;
        this.left = new ArrayList<>(columns);
        columns.forEach(column -> byName.put(column.name(), column));
        declared.forEach((column, field) -> declare(byName.get(column), field));
        leaveOut();
        together("birth_date", Kind.BIRTH_DATE, Sense.BIRTH_YEAR, Sense.BIRTH_MONTH, Sense.BIRTH_DAY);
        together("location", Kind.GEO, Sense.LATITUDE, Sense.LONGITUDE);
        streets();
        names(Sense.GIVEN);
        names(Sense.FAMILY);
        crowd();
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

    /** A kind that differs from the one of the header is meant; the others are put together as in any table. */
    private void declare(Column column, Field field) {
        if (column.sense().kind() != field.kind() && !column.values().isEmpty()) {
            names.add(field.name());
            fields.add(new Meaning(field.name(), field.kind(), field.settings(), List.of(column.name())));
            left.remove(column);
        }
    }

    private void leaveOut() {
        for (Column column : List.copyOf(left)) {
            NoEvidence.why(column).ifPresent(why -> ignore(column, why));
        }
    }

    private void ignore(Column column, String reason) {
        left.remove(column);
        ignored.put(column.name(), reason);
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
        Optional<Column> earlier = fields.stream()
                .filter(field -> field.kind() == sense.kind())
                .map(field -> byName.get(field.columns().get(field.columns().size() - 1)))
                .filter(other -> NoEvidence.isSaidBy(other, column))
                .findFirst();
        earlier.ifPresent(other -> ignore(column, "nearly always the same as \"" + other.name() + "\""));
        return earlier.isPresent();
    }

    /** Columns that hold the whole of a given or a family name. */
    private List<Column> nameParts() {
        return Stream.of(Sense.GIVEN, Sense.FAMILY)
                .flatMap(sense -> fields.stream()
                        .filter(field ->
                                field.kind() == sense.kind() && field.columns().size() == 1)
                        .limit(1))
                .map(field -> byName.get(field.columns().get(0)))
                .toList();
    }

    /** Many columns of no known meaning would drown the few that are about the person: those that say most are kept. */
    private void crowd() {
        if (of(Sense.UNKNOWN).isEmpty()) {
            return;
        }
        Bearing bearing = new Bearing(List.copyOf(byName.values()));
        of(Sense.UNKNOWN).stream()
                .filter(column -> !bearing.mayHave(column))
                .forEach(column -> ignore(column, "agrees no more often between likely pairs than between any rows"));
        of(Sense.UNKNOWN).stream()
                .sorted(Comparator.comparingDouble(
                        (Column column) -> -column.values().information()))
                .skip(MOST_UNKNOWN)
                .forEach(column -> ignore(column, "of no known meaning, and " + MOST_UNKNOWN + " others say more"));
    }

    private void alone(Column column) {
        Sense sense = column.sense();
        if (NoEvidence.isMadeOf(column, nameParts())) {
            ignore(column, "made of first and last name");
            return;
        }
        if (repeats(column, sense)) {
            return;
        }
        String own = Header.words(column.name()).stream()
                .reduce((one, two) -> one + '_' + two)
                .orElse("field");
        Kind kind = sense == Sense.UNKNOWN ? column.values().kind() : sense.kind();
        add(sense.field().isEmpty() ? own : sense.field(), kind, List.of(column));
    }
}
