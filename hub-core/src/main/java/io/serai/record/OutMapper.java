package io.serai.record;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes a destination's object of a profile by one {@link OutMapping}. Immutable; for any thread. */
public final class OutMapper {

    private final Map<String, Field> fields = new LinkedHashMap<>();

    /**
     * @param mapping what goes where
     * @param hubZone the zone in which times are written
     * @throws IllegalArgumentException for a {@code format} that is no pattern
     */
    public OutMapper(OutMapping mapping, ZoneId hubZone) {
        mapping.fields().forEach((name, rule) -> fields.put(name, new Field(name, rule, hubZone)));
    }

    /**
     * Maps one profile.
     *
     * @param profile traits, identifiers and consents by name
     * @return every field of the mapping in its order; null where the profile has nothing, so that a destination can be told to
     *     empty it
     * @throws MappingException when a value cannot be rounded or formatted
     */
    public Map<String, Object> map(Map<String, Object> profile) throws MappingException {
        Map<String, Object> object = new LinkedHashMap<>();
        for (Map.Entry<String, Field> field : fields.entrySet()) {
            object.put(field.getKey(), field.getValue().read(profile));
        }
        return object;
    }

    private static final class Field {

        private final String name;
        private final ValueRule rule;
        private final ValueReader reader;
        private final TimeFormat iso;
        private final Optional<TimeFormat> format;

        Field(String name, ValueRule rule, ZoneId hubZone) {
            ZoneId zone = rule.zone().orElse(hubZone);
            this.name = name;
            this.rule = rule;
            this.reader = new ValueReader(rule, trait -> profile -> profile.get(trait));
            this.iso = new TimeFormat(Optional.empty(), zone);
            this.format = rule.format().map(pattern -> new TimeFormat(Optional.of(pattern), zone));
        }

        Object read(Map<String, Object> profile) throws MappingException {
            Object value = reader.read(profile);
            if (value == null) {
                return null;
            }
            if (format.isPresent()) {
                return formatted(value);
            }
            if (rule.round().isEmpty()) {
                return value;
            }
            Number number = Numbers.parse(value);
            if (number == null) {
                throw new MappingException(name + " cannot be rounded: its value is not a number");
            }
            return Numbers.round(number, rule.round().getAsInt());
        }

        private Object formatted(Object value) throws MappingException {
            try {
                return format.get().print(iso.instant(iso.parse(value)));
            } catch (DateTimeException e) {
                throw new MappingException(
                        name + " cannot be written as " + format.get() + ": its value is not a time");
            }
        }
    }
}
