package io.serai.config.suggest;

import io.serai.identity.IdentityRules;
import io.serai.record.StreamName;
import io.serai.spi.Field.Role;
import io.serai.spi.Stream;
import io.serai.spi.Stream.Kind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Proposes a mapping for a stream. Used once. */
public final class MappingAdvisor {

    private static final Set<String> TITLES = Set.of("title", "name", "productname", "description");

    private final StreamName name;
    private final Stream stream;
    private final Sample sample;
    private final Parts parts;
    private final ValueAdvice values;
    private final FoundIdentifiers identifiers;

    /**
     * @param name the stream
     * @param stream what its connector declares of it
     * @param sample some of its records, possibly none
     * @param rules the identifiers of the home
     * @param zone the hub's timezone, which tells how its people write dates and phone numbers
     */
    public MappingAdvisor(StreamName name, Stream stream, Sample sample, IdentityRules rules, ZoneId zone) {
        this.name = name;
        this.stream = stream;
        this.sample = sample;
        this.parts = Parts.of(stream, sample, rules);
        this.values = new ValueAdvice(sample, zone);
        this.identifiers = new FoundIdentifiers(name.connection(), rules, zone);
    }

    /** The proposal. */
    public MappingAdvice advice() {
        Kind kind = stream.kind() == Kind.OTHER || stream.kind() == Kind.MEMBERSHIP ? guessed() : stream.kind();
        HappeningAdvice happening = new HappeningAdvice(stream, parts, sample, values, identifiers);
        return switch (kind) {
            case ORDER -> advice(kind, "order", happening.order(), happening.person(), happening.lines());
            case EVENT -> advice(kind, "event", happening.event(), happening.person(), Optional.empty());
            case PRODUCT -> advice(kind, "product", product(), List.of(), Optional.empty());
            default -> {
                var profile = new ProfileAdvice(name.connection(), stream, parts, values, identifiers);
                yield advice(kind, "profile", profile.fields(), List.of(), Optional.empty());
            }
        };
    }

    private MappingAdvice advice(
            Kind kind,
            String target,
            List<Suggested> fields,
            List<Suggested> person,
            Optional<MappingAdvice.Lines> lines) {
        String why = kind == stream.kind() ? "as the stream says" : "guessed from its fields";
        return new MappingAdvice(name, target, why, sample.records(), fields, person, lines, identifiers.missing());
    }

    private Kind guessed() {
        boolean time = parts.has(Role.ORDER_TIME) || parts.has(Role.CREATED_AT);
        boolean named = parts.has(Role.FIRST_NAME) || parts.has(Role.LAST_NAME) || parts.has(Role.FULL_NAME);
        if (parts.has(Role.ORDER_TOTAL) && time && !parts.has(Role.FIRST_NAME)) {
            return Kind.ORDER;
        }
        boolean reachable = parts.has(Role.EMAIL) || parts.has(Role.PHONE) || parts.has(Role.CONSENT_EMAIL);
        if ((parts.has(Role.SKU) || parts.has(Role.PRICE)) && !reachable) {
            return Kind.PRODUCT;
        }
        return parts.has(Role.ORDER_TIME) && !named ? Kind.EVENT : Kind.PERSON;
    }

    private List<Suggested> product() {
        List<Suggested> fields = new ArrayList<>();
        fields.add(parts.first(Role.SKU)
                .or(() -> parts.key(stream))
                .map(part -> Suggested.line("id", values.plain(part), "as the lines of orders name products"))
                .orElseGet(() ->
                        Suggested.line("id", "id", "no field looks like a product's number: name the right one")));
        Suggested.of("name", parts.named(TITLES)).ifPresent(fields::add);
        Suggested.of("price", parts.first(Role.PRICE)).ifPresent(fields::add);
        return fields;
    }
}
