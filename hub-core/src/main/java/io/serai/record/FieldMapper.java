package io.serai.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** One field of a mapping, ready to run. Immutable. */
final class FieldMapper {

    /** What a target asks of a field. */
    enum Type {
        ANY,
        TIME,
        NUMBER,
        CONSENT
    }

    private static final int SHOWN = 30;

    private final String name;
    private final Type type;
    private final ValueReader reader;
    private final TimeFormat format;
    private final OptionalInt round;
    private final boolean personal;
    private final boolean moment;

    /**
     * @param personal whether its values say something about a person and must stay out of messages
     */
    FieldMapper(String name, ValueRule rule, Type type, ZoneId hubZone, boolean personal) {
        this.name = name;
        this.reader = new ValueReader(rule, ValueReader::path);
        boolean time =
                type == Type.TIME || rule.format().isPresent() || rule.zone().isPresent();
        this.type = time ? Type.TIME : rule.round().isPresent() && type == Type.ANY ? Type.NUMBER : type;
        this.format = time ? new TimeFormat(rule.format(), rule.zone().orElse(hubZone)) : null;
        this.round = rule.round();
        this.personal = personal;
        this.moment = type == Type.TIME;
    }

    /** The value, or null when the record has none. */
    Object read(Map<String, Object> fields) throws MappingException {
        Object value = reader.read(fields);
        if (value == null) {
            return null;
        }
        return switch (type) {
            case ANY -> value;
            case TIME -> time(value);
            case NUMBER -> number(value);
            case CONSENT -> consent(value);
        };
    }

    private Object time(Object value) throws MappingException {
        try {
            Temporal parsed = format.parse(value);
            return parsed instanceof LocalDate && !moment ? parsed.toString() : format.instant(parsed);
        } catch (DateTimeException e) {
            throw new MappingException(name + shown(value) + " does not match " + format);
        }
    }

    private Object number(Object value) throws MappingException {
        Number number = Numbers.parse(value);
        if (number == null) {
            throw new MappingException(name + shown(value) + " is not a number" + Numbers.advice(value));
        }
        return round.isPresent() ? Numbers.round(number, round.getAsInt()) : number;
    }

    private Object consent(Object value) throws MappingException {
        if (value instanceof Boolean given) {
            return given ? "granted" : "denied";
        }
        String text = value.toString().toLowerCase(Locale.ROOT);
        return switch (text) {
            case "granted", "denied", "unknown" -> text;
            default ->
                throw new MappingException(name
                        + " has a value that is not granted, denied or unknown: name it in the map of the mapping");
        };
    }

    private String shown(Object value) {
        String text = value.toString();
        if (personal || text.indexOf('@') >= 0 || text.startsWith("+")) {
            return "";
        }
        return " \"" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text) + "\"";
    }
}
