package io.serai.cli;

import io.serai.identity.Identifier;
import io.serai.identity.IdentifierRule;
import io.serai.identity.Identifiers;
import io.serai.identity.IdentityRules;
import io.serai.record.Mapped;
import io.serai.record.Mapper;
import io.serai.record.Mapping;
import io.serai.record.MappingException;
import io.serai.record.ValueRule;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One record before and after a mapping, field by field: one that is refused does not hide the others.
 *
 * @param mapping what was tried
 * @param origin which record, and where it was found
 * @param before the record as its source sent it
 * @param fields what became of each field of {@code fields:}
 * @param person what became of each of {@code person:}
 * @param lines the lines of an order
 * @param refused why the record as a whole would be refused; empty when it would not
 */
record TriedRecord(
        Mapping mapping,
        Origin origin,
        Map<String, Object> before,
        List<Tried> fields,
        List<Tried> person,
        List<Map<String, Object>> lines,
        Optional<String> refused) {

    /** Which record it is. */
    record Origin(String key, String place) {}

    /**
     * One field.
     *
     * @param value after the mapping, an identifier as it is compared; null for none
     * @param note what happened to it, possibly nothing
     */
    record Tried(String field, String from, Object value, String note) {}

    static TriedRecord of(
            Mapping mapping, IdentityRules rules, ZoneId zone, Origin origin, Map<String, Object> record) {
        boolean profile = mapping.target() == Mapping.Target.PROFILE;
        List<Tried> fields = new ArrayList<>();
        mapping.fields()
                .forEach((name, rule) ->
                        fields.add(tried(name, rule, profile, rules, () -> alone(mapping, name, zone, record))));
        List<Tried> person = new ArrayList<>();
        mapping.person()
                .forEach((name, rule) -> person.add(tried(
                        name, rule, true, rules, () -> new Mapper(only(mapping, Map.of(), Map.of(name, rule)), zone)
                                .map(record)
                                .person()
                                .get(name))));
        try {
            Mapped whole = new Mapper(mapping, zone).map(record);
            return new TriedRecord(mapping, origin, record, fields, person, whole.lines(), Optional.empty());
        } catch (MappingException refused) {
            return new TriedRecord(
                    mapping, origin, record, fields, person, List.of(), Optional.of(refused.getMessage()));
        }
    }

    private interface Reading {
        Object value() throws MappingException;
    }

    private static Object alone(Mapping mapping, String name, ZoneId zone, Map<String, Object> record)
            throws MappingException {
        Mapping one = only(mapping, Map.of(name, mapping.fields().get(name)), Map.of());
        return new Mapper(one, zone).map(record).fields().get(name);
    }

    private static Mapping only(Mapping mapping, Map<String, ValueRule> fields, Map<String, ValueRule> person) {
        return new Mapping(
                mapping.name(), mapping.from(), mapping.target(), fields, person, Optional.empty(), mapping.version());
    }

    private static Tried tried(String name, ValueRule rule, boolean mayIdentify, IdentityRules rules, Reading reading) {
        String from = rule.from().orElse("");
        try {
            Object value = reading.value();
            if (value == null) {
                return new Tried(name, from, null, "empty");
            }
            return mayIdentify && rules.rule(name).isPresent()
                    ? identifier(name, from, value, rules)
                    : new Tried(name, from, value, name.startsWith("consent.") ? "consent" : "");
        } catch (MappingException refused) {
            return new Tried(name, from, null, "refused: " + refused.getMessage());
        }
    }

    private static Tried identifier(String name, String from, Object value, IdentityRules rules) {
        Optional<Identifier> found = Identifiers.of(rules).normalise(name, value);
        if (found.isPresent()) {
            boolean same = found.get().value().equals(value.toString());
            return new Tried(name, from, found.get().value(), same ? "identifier" : "identifier, normalised");
        }
        IdentifierRule rule = rules.rule(name).orElseThrow();
        IdentifierRule open = new IdentifierRule(
                name, rule.perProfile(), rule.normalise(), rule.region(), List.of(), rule.shared(), rule.maxPeople());
        boolean listed = Identifiers.of(new IdentityRules(List.of(open), 0))
                .normalise(name, value)
                .isPresent();
        String kind = rule.normalise() == IdentifierRule.Kind.EMAIL
                ? "no e-mail address of a person"
                : rule.normalise() == IdentifierRule.Kind.PHONE ? "no phone number of a person" : "a filler, not an id";
        return new Tried(
                name,
                from,
                null,
                listed ? "ignored: it stands under ignore: of config/identity.yaml" : "ignored as junk: " + kind);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("mapping", mapping.name());
        json.put("key", origin.key());
        json.put("found_in", origin.place());
        json.put("before", before);
        json.put("to", mapping.target().name().toLowerCase(java.util.Locale.ROOT));
        json.put("fields", fields.stream().map(TriedRecord::json).toList());
        json.put("person", person.stream().map(TriedRecord::json).toList());
        json.put("lines", lines);
        json.put("refused", refused.orElse(null));
        return json;
    }

    private static Map<String, Object> json(Tried field) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("field", field.field());
        json.put("from", field.from().isEmpty() ? null : field.from());
        json.put("value", field.value() == null ? null : shown(field.value()));
        json.put("note", field.note());
        return json;
    }

    /** Numbers and truth as they are; times and all else as text. */
    private static Object shown(Object value) {
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    void print(Terminal terminal) {
        terminal.line(
                terminal.bold("Record \"" + origin.key() + "\" of " + mapping.from()) + ", from " + origin.place());
        terminal.line("");
        Table raw = new Table("BEFORE", "VALUE");
        flat("", before, raw, 1);
        raw.print(terminal);
        terminal.line("");
        String target = mapping.target().name().toLowerCase(java.util.Locale.ROOT);
        rows("AFTER: " + target, fields).print(terminal);
        if (!person.isEmpty()) {
            terminal.line("");
            rows("AFTER: person", person).print(terminal);
        }
        lines(terminal);
        terminal.line("");
        terminal.line(
                refused.isPresent()
                        ? terminal.red("The record would be refused: ") + refused.get() + "."
                        : terminal.green("The record would be taken.") + whose());
    }

    /** An order of nobody is kept, and joined when somebody appears. */
    private String whose() {
        boolean nobody = !mapping.person().isEmpty() && person.stream().allMatch(each -> each.value() == null);
        return nobody ? " It names nobody yet: it is kept, and joined when its person appears." : "";
    }

    private void lines(Terminal terminal) {
        if (!lines.isEmpty()) {
            terminal.line("");
            Table table = new Table("LINE", "QUANTITY", "PRICE");
            lines.forEach(line -> table.row(line.get("product"), line.get("quantity"), line.get("price")));
            table.print(terminal);
        }
    }

    private static Table rows(String title, List<Tried> fields) {
        Table table = new Table(title, "VALUE", "FROM", "NOTE");
        fields.forEach(field ->
                table.row(field.field(), field.value() == null ? "" : field.value(), field.from(), field.note()));
        return table;
    }

    private static void flat(String prefix, Map<?, ?> object, Table table, int depth) {
        object.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner && depth < 4 && !inner.isEmpty()) {
                flat(prefix + key + ".", inner, table, depth + 1);
            } else {
                String text = String.valueOf(value);
                table.row(prefix + key, value == null ? "" : text.length() > 80 ? text.substring(0, 77) + "..." : text);
            }
        });
    }
}
