package io.serai.config.suggest;

import io.serai.spi.Field.Role;
import io.serai.spi.Stream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields of a mapping to orders or events, and whose they are. */
final class HappeningAdvice {

    private static final Set<String> STORES = Set.of("store", "branch", "shop", "location", "outlet", "filiale");

    private final Stream stream;
    private final Parts parts;
    private final Sample sample;
    private final ValueAdvice values;
    private final FoundIdentifiers identifiers;

    HappeningAdvice(Stream stream, Parts parts, Sample sample, ValueAdvice values, FoundIdentifiers identifiers) {
        this.stream = stream;
        this.parts = parts;
        this.sample = sample;
        this.values = values;
        this.identifiers = identifiers;
    }

    List<Suggested> order() {
        List<Suggested> fields = new ArrayList<>(when());
        Suggested.of("total", parts.first(Role.ORDER_TOTAL)).ifPresent(fields::add);
        Suggested.of("currency", parts.first(Role.CURRENCY)).ifPresent(fields::add);
        Suggested.of("store", parts.named(STORES)).ifPresent(fields::add);
        if (!parts.has(Role.CURRENCY)) {
            fields.add(new Suggested("currency", "{ value: EUR }", "no field says it: name yours", false));
        }
        return fields;
    }

    List<Suggested> event() {
        List<Suggested> fields = new ArrayList<>(when());
        fields.add(Suggested.line(
                "name", "{ value: " + Yaml.text(stream.name().replaceFirst("s$", "")) + " }", "what happened"));
        Set<String> taken = new LinkedHashSet<>(Set.of("id", "name", "time"));
        for (Part part : parts.all()) {
            boolean property = part.role() == Role.NONE
                    && !parts.isKey(part, stream)
                    && !FoundIdentifiers.isOwner(part)
                    && !identifiers.isCard(part);
            if (property && taken.add(part.fieldName())) {
                fields.add(Suggested.line(part.fieldName(), values.plain(part), "a property of the event"));
            }
        }
        return fields;
    }

    private List<Suggested> when() {
        List<Suggested> fields = new ArrayList<>();
        parts.key(stream)
                .ifPresent(key -> fields.add(Suggested.line(
                        "id", values.plain(key), "the key of the record: once, however often it is read")));
        Optional<Part> time = parts.first(Role.ORDER_TIME)
                .or(() -> parts.first(Role.CREATED_AT))
                .or(() -> parts.first(Role.CHANGED_AT));
        fields.add(time.map(part -> Suggested.line("time", values.time(part), part.why() + values.unknownTime(part)))
                .orElseGet(() -> Suggested.line("time", "time", "no field looks like a time: name the right one")));
        return fields;
    }

    /** Identifiers without a rule stand there as comments: the check would refuse them. */
    List<Suggested> person() {
        List<Suggested> person = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Part part : parts.all()) {
            String identifier = identifier(part);
            if (!identifier.isEmpty() && seen.add(identifier)) {
                identifiers.note(identifier);
                boolean known = identifiers.isKnown(identifier);
                String why = part.why().isEmpty() ? "guessed from its name" : part.why();
                person.add(new Suggested(
                        identifier,
                        values.plain(part),
                        known ? why : "once config/identity.yaml names " + identifier,
                        known));
            }
        }
        return person;
    }

    private String identifier(Part part) {
        if (FoundIdentifiers.isOwner(part)) {
            return identifiers.own();
        }
        if (identifiers.isCard(part)) {
            return identifiers.card();
        }
        return part.role() == Role.EMAIL ? "email" : part.role() == Role.PHONE ? "phone" : "";
    }

    Optional<MappingAdvice.Lines> lines() {
        Set<String> lists = new LinkedHashSet<>(sample.lists());
        stream.fields().stream()
                .filter(field -> field.type() == io.serai.spi.Field.Type.LIST)
                .forEach(field -> lists.add(field.name()));
        return lists.stream()
                .filter(list -> Part.plain(list).matches(".*(item|line|position|article|product)s?.*"))
                .findFirst()
                .map(this::lines);
    }

    private MappingAdvice.Lines lines(String list) {
        List<Suggested> fields = new ArrayList<>();
        Map<String, Role> wanted = new LinkedHashMap<>();
        wanted.put("product", Role.SKU);
        wanted.put("quantity", Role.QUANTITY);
        wanted.put("price", Role.PRICE);
        boolean seen = !sample.keys(list).isEmpty();
        wanted.forEach((field, role) -> {
            Optional<String> key = sample.keys(list).stream()
                    .filter(name -> Part.named(name).filter(role::equals).isPresent())
                    .findFirst();
            if (key.isPresent() || !seen) {
                String usual = field.equals("product") ? "sku" : field;
                fields.add(Suggested.line(field, Yaml.text(key.orElse(usual)), ""));
            }
        });
        return new MappingAdvice.Lines(
                list, fields, seen ? "from the names in the list" : "usual names: no record was there to look at");
    }
}
