package io.serai.profile;

import io.serai.identity.Identifier;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What a record says in the fields that are compared: as it was written, so that records that say the same are one. */
final class Sayings {

    private static final char FIRST_COMBINING = '\u0300';

    private final List<String> fields;

    Sayings(List<String> fields) {
        this.fields = fields;
    }

    /** A field that is an identifier's stands for its normalised value; one that was junk or is to be ignored says nothing. */
    List<String> of(Map<String, Object> traits, List<Identifier> identifiers) {
        if (fields.isEmpty()) {
            return List.of();
        }
        String[] said = new String[fields.size()];
        boolean any = false;
        for (int field = 0; field < said.length; field++) {
            String name = fields.get(field);
            String identifier = value(identifiers, name);
            said[field] = identifier != null ? identifier : text(traits.get(name));
            any |= said[field] != null;
        }
        return any ? Collections.unmodifiableList(Arrays.asList(said)) : List.of();
    }

    private static String value(List<Identifier> identifiers, String name) {
        for (int i = 0; i < identifiers.size(); i++) {
            if (identifiers.get(i).name().equals(name)) {
                return identifiers.get(i).value();
            }
        }
        return null;
    }

    private static String text(Object value) {
        if (value == null) {
            return null;
        }
        String written = value.toString();
        if (isTidy(written)) {
            return written;
        }
        String text = Normalizer.normalize(written, Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .strip();
        return text.isEmpty() ? null : text;
    }

    /** Whether all white space is single spaces between words, and no letter could be composed with another. */
    private static boolean isTidy(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < ' ' || letter >= FIRST_COMBINING || letter == ' ' && before == ' ') {
                return false;
            }
            before = letter;
        }
        return before != ' ';
    }
}
