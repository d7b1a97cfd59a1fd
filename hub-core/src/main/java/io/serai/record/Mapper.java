package io.serai.record;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives records their meaning by one {@link Mapping}. Immutable; for any thread. */
public final class Mapper {

    private final List<String> required;
    private final Map<String, FieldMapper> fields = new LinkedHashMap<>();
    private final Map<String, FieldMapper> person = new LinkedHashMap<>();
    private final Optional<LineMapper> lines;

    /**
     * @param mapping what the records mean
     * @param hubZone the zone of times that name none
     * @throws IllegalArgumentException for a {@code format} that is no pattern
     */
    public Mapper(Mapping mapping, ZoneId hubZone) {
        boolean profile = mapping.target() == Mapping.Target.PROFILE;
        mapping.fields()
                .forEach((name, rule) ->
                        fields.put(name, new FieldMapper(name, rule, type(mapping, name), hubZone, profile)));
        mapping.person()
                .forEach((name, rule) ->
                        person.put(name, new FieldMapper("person." + name, rule, FieldMapper.Type.ANY, hubZone, true)));
        lines = mapping.lines().map(rules -> new LineMapper(rules, hubZone));
        required = required(mapping).filter(fields::containsKey).toList();
    }

    /**
     * Maps one record.
     *
     * @param record the fields of the record, unchanged
     * @return what it says; text is without white space around it, and blank text is absent
     * @throws MappingException when the record lacks what its target needs or a value cannot be read
     */
    public Mapped map(Map<String, Object> record) throws MappingException {
        Map<String, Object> found = read(fields, record);
        for (String name : required) {
            if (!found.containsKey(name)) {
                throw new MappingException(name + " is missing");
            }
        }
        List<Map<String, Object>> orderLines = lines.isPresent() ? lines.get().read(record) : List.of();
        return new Mapped(found, read(person, record), orderLines);
    }

    static Map<String, Object> read(Map<String, FieldMapper> fields, Map<String, Object> record)
            throws MappingException {
        Map<String, Object> found = new LinkedHashMap<>();
        for (Map.Entry<String, FieldMapper> field : fields.entrySet()) {
            Object value = field.getValue().read(record);
            if (value != null) {
                found.put(field.getKey(), value);
            }
        }
        return found;
    }

    private static Stream<String> required(Mapping mapping) {
        return switch (mapping.target()) {
            case PROFILE -> Stream.of();
            case ORDER -> Stream.of("id", "time");
            case EVENT -> Stream.of("id", "name", "time");
            case PRODUCT -> Stream.of("id");
        };
    }

    private static FieldMapper.Type type(Mapping mapping, String field) {
        boolean entry = mapping.target() == Mapping.Target.ORDER || mapping.target() == Mapping.Target.EVENT;
        if (entry && field.equals("time")) {
            return FieldMapper.Type.TIME;
        }
        if (entry && field.equals("total")) {
            return FieldMapper.Type.NUMBER;
        }
        boolean consent = mapping.target() == Mapping.Target.PROFILE && field.startsWith("consent.");
        return consent ? FieldMapper.Type.CONSENT : FieldMapper.Type.ANY;
    }
}
