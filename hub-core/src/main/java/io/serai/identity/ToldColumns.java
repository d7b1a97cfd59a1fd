package io.serai.identity;

import io.serai.identity.ColumnSenses.Column;
import io.serai.identity.compare.Kind;
import io.serai.identity.compare.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What columns mean, as a person says. */
final class ToldColumns {

    private static final String USUAL =
            "first_name, middle_name, last_name, name, birth_date (or birth_year, birth_month and birth_day),"
                    + " email, phone, street (and house_number), postcode, city, state, country, gender, birth_place";

    private final List<String> headers;
    private final List<String[]> rows;
    private final IdentityRules rules;
    private final Map<String, String> identifiers = new LinkedHashMap<>();
    private final List<IdentifierRule> used;
    private final List<Column> columns = new ArrayList<>();
    private final List<Meaning> own = new ArrayList<>();
    private final Map<String, String> meanings = new HashMap<>();

    ToldColumns(List<String> headers, List<String[]> rows, IdentityRules rules) {
        this.headers = headers;
        this.rows = rows;
        this.rules = rules;
        this.used = new ArrayList<>(rules.identifiers());
    }

    Columns read(Map<String, String> told) {
        told.forEach(this::entry);
        ColumnFields parts = new ColumnFields(columns, Columns.region(rules), Map.of());
        List<Meaning> fields = new ArrayList<>(parts.fields());
        fields.addAll(own);
        Map<String, String> ignored = new LinkedHashMap<>(parts.ignored());
        for (String header : headers) {
            if (!identifiers.containsKey(header)
                    && fields.stream().noneMatch(field -> field.columns().contains(header))) {
                ignored.putIfAbsent(header, "not in --map");
            }
        }
        return new Columns(
                new IdentityRules(List.copyOf(used), rules.matching(), rules.version()),
                identifiers,
                List.copyOf(fields),
                ignored);
    }

    private void entry(String left, String right) {
        if (isTurned(left, right)) {
            entry(right, left);
            return;
        }
        int colon = right.indexOf(':');
        if (colon > 0
                && !headers.contains(right)
                && kind(right.substring(0, colon)).isPresent()) {
            entry(left + ':' + right.substring(0, colon), right.substring(colon + 1));
            return;
        }
        List<String> parts = headers.contains(right)
                ? List.of(right)
                : Arrays.stream(right.split("\\+")).map(String::strip).toList();
        for (String part : parts) {
            String before = meanings.put(part, left.strip());
            if (before != null) {
                throw new IllegalArgumentException("the column \"" + part + "\" is named twice, as \"" + before
                        + "\" and as \"" + left.strip() + "\"; the same value would count twice");
            }
            if (!headers.isEmpty() && !headers.contains(part)) {
                throw new IllegalArgumentException(
                        "there is no column \"" + part + "\"; the columns are: " + String.join(", ", headers));
            }
        }
        say(left.strip(), parts);
    }

    /** Whether a column was written first and its meaning second. */
    private boolean isTurned(String left, String right) {
        return headers.contains(left) && !headers.contains(right) && isMeaning(right);
    }

    private boolean isMeaning(String name) {
        int colon = name.indexOf(':');
        return colon > 0 && kind(name.substring(colon + 1)).isPresent()
                || rules.rule(name).isPresent()
                || Header.meaning(name) != Sense.UNKNOWN;
    }

    private void say(String meaning, List<String> parts) {
        int colon = meaning.indexOf(':');
        if (colon > 0) {
            Kind kind = kind(meaning.substring(colon + 1))
                    .orElseThrow(() -> new IllegalArgumentException("\"" + meaning.substring(colon + 1)
                            + "\" is no kind of field; use text, exact, number, date or geo"));
            own.add(new Meaning(meaning.substring(0, colon), kind, new Settings(Columns.region(rules), true), parts));
            return;
        }
        Sense sense = Header.meaning(meaning);
        if (rules.rule(meaning).isPresent()) {
            identifiers.put(parts.get(0), meaning);
        } else if (sense == Sense.UNKNOWN) {
            throw new IllegalArgumentException(
                    "\"" + meaning + "\" is neither an identifier of config/identity.yaml nor a usual field: " + USUAL
                            + "; for another write its kind, as in \"" + meaning + ":text=" + parts.get(0) + "\"");
        } else {
            Columns.usual(meaning, rules).ifPresent(rule -> {
                used.add(rule);
                identifiers.put(parts.get(0), meaning);
            });
        }
        if (sense == Sense.NATIONAL) {
            own.add(new Meaning(meaning, Kind.EXACT, Settings.USUAL, parts));
        } else if (sense != Sense.UNKNOWN) {
            Header header = new Header(sense, 0, "", "");
            for (int i = 0; i < parts.size(); i++) {
                Header numbered = new Header(sense, parts.size() > 1 ? i + 1 : 0, header.plain(), "");
                columns.add(new Column(
                        parts.get(i), numbered, new ColumnValues(rows, headers.indexOf(parts.get(i))), sense));
            }
        }
    }

    private static Optional<Kind> kind(String name) {
        String plain = name.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(plain))
                .findFirst();
    }
}
