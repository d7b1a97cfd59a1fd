package io.serai.cli;

import io.serai.profile.ProfileId;
import io.serai.record.OutMapping;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One person before and after a mapping out of the hub.
 *
 * @param mapping what was tried
 * @param profile the store's number
 * @param before the person as routes see it
 * @param after the destination's object; null where the person has nothing
 */
record TriedPerson(OutMapping mapping, long profile, Map<String, Object> before, Map<String, Object> after) {

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("mapping", mapping.name());
        json.put("profile_id", ProfileId.text(profile));
        json.put("to", mapping.to().toString());
        json.put("match", mapping.match());
        json.put("before", before);
        json.put("after", after);
        json.put("sendable", isSendable());
        return json;
    }

    /** Without the field by which it is found a destination cannot hold a person. */
    private boolean isSendable() {
        return after.get(mapping.match()) != null;
    }

    void print(Terminal terminal) {
        terminal.line(terminal.bold(ProfileId.text(profile)) + " as an object of " + mapping.to());
        terminal.line("");
        Table table = new Table("FIELD", "VALUE", "FROM", "NOTE");
        after.forEach((field, value) -> table.row(
                field,
                value == null ? "" : value,
                mapping.fields().get(field).from().orElse(""),
                field.equals(mapping.match()) ? "match" : value == null ? "empty" : ""));
        table.print(terminal);
        terminal.line("");
        terminal.line(
                isSendable()
                        ? "This is what would be sent, consent and guards aside."
                        : terminal.red("This person would not be sent: ") + "\"" + mapping.match()
                                + "\" is empty, by which " + mapping.to() + " finds people.");
    }
}
