package io.serai.cli;

import io.serai.profile.Person;
import io.serai.profile.Provenance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known of a person, and which record says so. */
final class ProvenanceView {

    private ProvenanceView() {}

    /** A row for each identifier, trait and consent; further values of an identifier have rows without a policy. */
    static Table table(Person person, Map<String, Provenance> provenance) {
        Table table = new Table("TRAIT", "VALUE", "FROM", "WHEN", "POLICY");
        person.identifiers().forEach((name, values) -> {
            Object surviving =
                    provenance.containsKey(name) ? provenance.get(name).value() : values.get(0);
            row(table, name, surviving, provenance.get(name));
            List<String> others =
                    values.stream().filter(value -> !value.equals(surviving)).toList();
            if (!others.isEmpty()) {
                table.row("", "also " + String.join(", ", others), "", "", "");
            }
        });
        person.traits().forEach((name, value) -> row(table, name, value, provenance.get(name)));
        person.consents()
                .forEach((channel, state) ->
                        row(table, "consent." + channel, state, provenance.get("consent." + channel)));
        return table;
    }

    private static void row(Table table, String trait, Object value, Provenance from) {
        if (from == null) {
            table.row(trait, value, "", "", "");
        } else if (from.source() == null) {
            table.row(trait, value, "", "", from.policy());
        } else {
            table.row(trait, value, from.source() + " " + from.record(), from.changed(), from.policy());
        }
    }

    /** By trait, identifier or {@code consent.CHANNEL}; what no single record says has a policy only. */
    static Map<String, Object> json(Map<String, Provenance> provenance) {
        Map<String, Object> json = new LinkedHashMap<>();
        provenance.forEach((trait, from) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("value", from.value());
            if (from.source() != null) {
                one.put("source", from.source());
                one.put("record", from.record());
                one.put("changed", from.changed().toString());
            }
            one.put("policy", from.policy());
            json.put(trait, one);
        });
        return json;
    }
}
