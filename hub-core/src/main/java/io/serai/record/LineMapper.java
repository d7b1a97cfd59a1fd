package io.serai.record;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of an order. Immutable. */
final class LineMapper {

    private final String from;
    private final FieldPath path;
    private final Map<String, FieldMapper> fields = new LinkedHashMap<>();

    LineMapper(Mapping.Lines lines, ZoneId hubZone) {
        this.from = lines.from();
        this.path = new FieldPath(from);
        lines.fields().forEach((name, rule) -> fields.put(name, field(name, rule, hubZone)));
    }

    private static FieldMapper field(String name, ValueRule rule, ZoneId hubZone) {
        boolean number = name.equals("quantity") || name.equals("price");
        return new FieldMapper(
                "lines." + name, rule, number ? FieldMapper.Type.NUMBER : FieldMapper.Type.ANY, hubZone, false);
    }

    List<Map<String, Object>> read(Map<String, Object> record) throws MappingException {
        Object found = path.read(record);
        if (found == null || "".equals(found)) {
            return List.of();
        }
        if (!(found instanceof List<?> items)) {
            throw new MappingException("lines: \"" + from + "\" is not a list");
        }
        List<Map<String, Object>> lines = new ArrayList<>(items.size());
        for (Object item : items) {
            if (!(item instanceof Map<?, ?> line)) {
                throw new MappingException("lines: an element of \"" + from + "\" is not an object");
            }
            lines.add(Mapper.read(fields, strings(line)));
        }
        return lines;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> strings(Map<?, ?> line) {
        return (Map<String, Object>) line;
    }
}
