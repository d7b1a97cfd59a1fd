package io.serai.cli;

import io.serai.profile.Person;
import io.serai.profile.ProfileId;
import java.util.LinkedHashMap;
import java.util.Map;

/** A person as {@code --json} prints one. */
final class PersonView {

    private PersonView() {}

    static Map<String, Object> json(Person person) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("profile_id", ProfileId.text(person.id()));
        json.put("identifiers", person.identifiers());
        json.put("traits", person.traits());
        json.put("consents", person.consents());
        return json;
    }

    /** With records and aliases. */
    static Map<String, Object> whole(Person person) {
        Map<String, Object> json = json(person);
        json.put("created_at", person.created().toString());
        json.put("aliases", person.aliases().stream().map(ProfileId::text).toList());
        json.put("records", person.records().stream().map(PersonView::record).toList());
        return json;
    }

    /** Where a record came from and when it changed. */
    static Map<String, Object> record(Person.PersonRecord record) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("source", record.source());
        row.put("key", record.key());
        row.put("changed_at", record.changed().toString());
        return row;
    }
}
