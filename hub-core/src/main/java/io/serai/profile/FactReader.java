package io.serai.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.identity.Evidence;
import io.serai.identity.Identifier;
import io.serai.identity.Identifiers;
import io.serai.identity.IdentityRules;
import io.serai.identity.Matching;
import io.serai.identity.match.Field;
import io.serai.record.Mapped;
import io.serai.record.Mapping;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sorts what a mapping found into identifiers, traits, consents, timeline and products. A field that bears an identifier's
 * name is one; junk and ignored values are neither identifier nor trait.
 */
public final class FactReader {

    private static final String CONSENT = "consent.";
    private final Identifiers identifiers;
    private final Sayings sayings;

    /** Reads identifiers and traits; nothing is compared. */
    public FactReader(Identifiers identifiers) {
        this.identifiers = identifiers;
        sayings = new Sayings(List.of());
    }

    /** Reads as the rules say, what they compare included. */
    public FactReader(IdentityRules rules) {
        identifiers = Identifiers.of(rules);
        sayings = new Sayings(rules.matching().map(Matching::fields).orElse(List.of()).stream()
                .map(Field::name)
                .toList());
    }

    /** What a record says, from what its mapping found. */
    public Facts read(Mapping mapping, Mapped mapped) {
        return switch (mapping.target()) {
            case PROFILE -> person(mapped);
            case ORDER -> happening(mapped, "order");
            case EVENT -> happening(mapped, String.valueOf(mapped.fields().get("name")));
            case PRODUCT -> product(mapped);
        };
    }

    /** Values of identifiers that count for nothing, for they are junk or to be ignored; by identifier. */
    public Map<String, String> ignored(Mapping mapping, Mapped mapped) {
        Map<String, Object> values = new LinkedHashMap<>(mapped.person());
        if (mapping.target() == Mapping.Target.PROFILE) {
            values.putAll(mapped.fields());
        }
        Map<String, String> ignored = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value != null
                    && !value.toString().isBlank()
                    && identifiers.isIdentifier(name)
                    && identifiers.normalise(name, value).isEmpty()) {
                ignored.put(name, value.toString());
            }
        });
        return ignored;
    }

    private Facts person(Mapped mapped) {
        List<Identifier> found = new ArrayList<>(4);
        Map<String, Object> traits = new LinkedHashMap<>();
        Map<String, String> consents = Map.of();
        for (Map.Entry<String, Object> field : mapped.fields().entrySet()) {
            String name = field.getKey();
            if (identifiers.isIdentifier(name)) {
                add(found, name, field.getValue());
            } else if (name.startsWith(CONSENT)) {
                consents = consents.isEmpty() ? new HashMap<>() : consents;
                consents.put(name.substring(CONSENT.length()), consent(field.getValue()));
            } else {
                traits.put(name, scalar(field.getValue()));
            }
        }
        List<Identifier> sorted = sorted(found);
        Evidence evidence = Evidence.of(
                text(traits.get("first_name")), text(traits.get("last_name")), text(traits.get("birth_date")));
        return new Facts(
                sorted,
                evidence,
                sayings.of(traits, sorted),
                traits,
                consents,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private Facts happening(Mapped mapped, String name) {
        List<Identifier> found = new ArrayList<>(4);
        mapped.person().forEach((identifier, value) -> add(found, identifier, value));
        Map<String, Object> properties = scalars(mapped.fields());
        properties.remove("id");
        properties.remove("time");
        if (!name.equals("order")) {
            properties.remove("name");
        }
        TimelineEntry entry = new TimelineEntry(name, (Instant) mapped.fields().get("time"), Map.copyOf(properties));
        return new Facts(
                sorted(found),
                Evidence.NONE,
                List.of(),
                Map.of(),
                Map.of(),
                Optional.of(entry),
                lines(mapped),
                Optional.empty());
    }

    private void add(List<Identifier> found, String name, Object value) {
        Optional<Identifier> identifier = identifiers.normalise(name, value);
        if (identifier.isPresent()) {
            found.add(identifier.get());
        }
    }

    /** No two are alike, for a mapping names each once. */
    private static List<Identifier> sorted(List<Identifier> found) {
        if (found.size() > 1) {
            found.sort(null);
        }
        return List.copyOf(found);
    }

    private static List<Facts.Line> lines(Mapped mapped) {
        List<Facts.Line> lines = new ArrayList<>(mapped.lines().size());
        for (Map<String, Object> line : mapped.lines()) {
            lines.add(new Facts.Line(
                    text(line.get("product")), decimal(line.get("quantity")), decimal(line.get("price"))));
        }
        return lines;
    }

    private Facts product(Mapped mapped) {
        Map<String, Object> properties = scalars(mapped.fields());
        String sku = text(properties.remove("id"));
        String name = text(properties.remove("name"));
        return new Facts(
                List.of(),
                Evidence.NONE,
                List.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                List.of(),
                Optional.of(new Facts.Product(sku, name, properties)));
    }

    private static String consent(Object value) {
        String text = text(value);
        return "granted".equals(text) || "denied".equals(text) ? text : "unknown";
    }

    private static Map<String, Object> scalars(Map<String, Object> values) {
        Map<String, Object> scalars = new LinkedHashMap<>();
        values.forEach((name, value) -> scalars.put(name, scalar(value)));
        return scalars;
    }

    /** A value as a trait holds it: text, a whole number or a decimal one. */
    private static Object scalar(Object value) {
        if (value instanceof String || value instanceof Long || value instanceof Double) {
            return value;
        }
        if (value instanceof Integer whole) {
            return whole.longValue();
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros().scale() <= 0 && decimal.precision() <= 18
                    ? (Object) decimal.longValue()
                    : (Object) decimal.doubleValue();
        }
        if (value instanceof List<?> || value instanceof Map<?, ?>) {
            try {
                return Json.MAPPER.writeValueAsString(value);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("Cannot write a value that came from JSON as JSON", e);
            }
        }
        return String.valueOf(value);
    }

    private static String text(Object value) {
        return value == null ? null : String.valueOf(value);
    }

    private static Double decimal(Object value) {
        return value instanceof Number number ? (Double) number.doubleValue() : null;
    }

    /** Made when it is first asked for: its classes take a tenth of the start of a command. */
    private static final class Json {
        private static final ObjectMapper MAPPER = new ObjectMapper();
    }
}
