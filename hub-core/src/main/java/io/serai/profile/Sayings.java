package io.serai.profile;

import io.serai.identity.Identifier;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a record says in the fields that are compared: as it was written, so that records that say the same are one. */
final class Sayings {

    private final List<String> fields;

    Sayings(List<String> fields) {
        this.fields = fields;
    }

    /** A field that is an identifier's stands for its normalised value; one that was junk or is to be ignored says nothing. */
    List<String> of(Map<String, Object> traits, Collection<Identifier> identifiers) {
        if (fields.isEmpty()) {
            return List.of();
        }
        Map<String, String> values = new HashMap<>();
        identifiers.forEach(identifier -> values.put(identifier.name(), identifier.value()));
        String[] said = new String[fields.size()];
        boolean any = false;
        for (int field = 0; field < said.length; field++) {
            String name = fields.get(field);
            said[field] = values.containsKey(name) ? values.get(name) : text(traits.get(name));
            any |= said[field] != null;
        }
        return any ? Collections.unmodifiableList(Arrays.asList(said)) : List.of();
    }

    private static String text(Object value) {
        if (value == null) {
            return null;
        }
        String text = Normalizer.normalize(value.toString(), Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .strip();
        return text.isEmpty() ? null : text;
    }
}
