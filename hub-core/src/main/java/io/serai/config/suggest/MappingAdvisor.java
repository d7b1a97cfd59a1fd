package io.serai.config.suggest;

import io.serai.identity.IdentityRules;
import io.serai.identity.advice.HomeCountry;
import io.serai.record.StreamName;
import io.serai.spi.Field.Role;
import io.serai.spi.Stream;
import io.serai.spi.Stream.Kind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Proposes a mapping for a stream. Used once. */
public final class MappingAdvisor {

    private static final Map<Role, String> TRAITS = traits();
    private static final Set<String> CARDS =
            Set.of("card", "loyalty", "loyaltycard", "cardnumber", "loyaltynumber", "member");
    private static final Set<String> STORES = Set.of("store", "branch", "shop", "location", "outlet", "filiale");
    private static final Set<String> OWNERS =
            Set.of("customer", "contact", "client", "buyer", "person", "user", "account", "member", "subscriber");

    private final StreamName name;
    private final Stream stream;
    private final Sample sample;
    private final IdentityRules rules;
    private final ZoneId zone;
    private final Parts parts;
    private final ValueAdvice values;
    private final Set<String> taken = new LinkedHashSet<>();
    private final Map<String, Suggested> identifiers = new LinkedHashMap<>();

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
        this.rules = rules;
        this.zone = zone;
        this.parts = Parts.of(stream, sample, rules);
        this.values = new ValueAdvice(sample, zone);
    }

    private static Map<Role, String> traits() {
        Map<Role, String> traits = new LinkedHashMap<>();
        for (Role role : List.of(
                Role.EMAIL,
                Role.PHONE,
                Role.FIRST_NAME,
                Role.LAST_NAME,
                Role.BIRTH_DATE,
                Role.STREET,
                Role.POSTCODE,
                Role.CITY,
                Role.COUNTRY)) {
            traits.put(role, Parts.words(role));
        }
        traits.put(Role.FULL_NAME, "name");
        traits.put(Role.CONSENT_EMAIL, "consent.email");
        traits.put(Role.CONSENT_SMS, "consent.sms");
        return java.util.Collections.unmodifiableMap(traits);
    }

    /** The proposal. */
    public MappingAdvice advice() {
        Kind kind = stream.kind() == Kind.OTHER || stream.kind() == Kind.MEMBERSHIP ? guessed() : stream.kind();
        String why = kind == stream.kind() ? "as the stream says" : "guessed from its fields";
        return switch (kind) {
            case ORDER -> advice("order", why, order(), person(), lines());
            case EVENT -> advice("event", why, event(), person(), Optional.empty());
            case PRODUCT -> advice("product", why, product(), List.of(), Optional.empty());
            default -> advice("profile", why, profile(), List.of(), Optional.empty());
        };
    }

    private MappingAdvice advice(
            String target,
            String why,
            List<Suggested> fields,
            List<Suggested> person,
            Optional<MappingAdvice.Lines> lines) {
        return new MappingAdvice(
                name, target, why, sample.records(), fields, person, lines, List.copyOf(identifiers.values()));
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

    private List<Suggested> profile() {
        List<Suggested> fields = new ArrayList<>();
        ownId().ifPresent(fields::add);
        for (Part part : parts.all()) {
            String trait = TRAITS.get(part.role());
            if (isCard(part)) {
                fields.add(identifier(cardRule(), part, true));
            } else if (trait != null && taken.add(trait)) {
                fields.add(new Suggested(trait, values.of(part), part.why(), true));
                identifies(trait);
            } else if (!isKey(part)) {
                fields.add(new Suggested(free(part), values.plain(part), part.why(), false));
            }
        }
        return fields;
    }

    private Optional<Suggested> ownId() {
        Optional<Part> key = parts.all().stream().filter(this::isKey).findFirst();
        return key.filter(part -> !TRAITS.containsKey(part.role()) && !isCard(part))
                .map(part -> identifier(own(), part, true));
    }

    /** What the ids of this account's people are called in the hub. */
    private String own() {
        return name.connection().replaceAll("[^\\p{L}\\p{N}_]", "_") + "_id";
    }

    private boolean isKey(Part part) {
        return stream.key().size() == 1 && part.path().equals(stream.key().get(0))
                || stream.key().isEmpty() && part.role() == Role.ID;
    }

    private boolean isCard(Part part) {
        return CARDS.contains(Part.plain(part.path())) && (part.role() == Role.NONE || part.role() == Role.ID);
    }

    private String cardRule() {
        return rules.rule("card").isPresent() ? "card" : "loyalty";
    }

    private Suggested identifier(String field, Part part, boolean used) {
        taken.add(field);
        identifies(field);
        String why = isCard(part)
                ? "a card identifies its holder"
                : "the key of the record: who it is in " + name.connection();
        return new Suggested(field, Yaml.text(part.path()), why, used);
    }

    /** Remembers an identifier that config/identity.yaml has no rule for. */
    private void identifies(String field) {
        boolean reach = field.equals("email") || field.equals("phone");
        if (rules.rule(field).isEmpty() && (reach || field.endsWith("_id") || field.equals("loyalty"))) {
            String region =
                    HomeCountry.of(zone).map(country -> ", region: " + country).orElse("");
            String rule = reach
                    ? "{ name: " + field + ", per_profile: 5, normalise: " + field
                            + (field.equals("phone") ? region : "") + ", shared: true }"
                    : "{ name: " + field + ", per_profile: 3 }";
            String why = reach
                    ? "shared: a family may use one, so it links only people whose names agree"
                    : "some people have two";
            identifiers.putIfAbsent(field, Suggested.line(field, rule, why));
        }
    }

    private String free(Part part) {
        String plain = part.path().replaceAll("[^\\p{L}\\p{N}_]+", "_").replaceAll("^[^\\p{L}_]+|_+$", "");
        boolean own = Set.of("created_at", "profile_id", "household_id", "household_size")
                .contains(plain);
        String base = plain.isEmpty() ? "field" : own ? name.connection().replace('-', '_') + "_" + plain : plain;
        String trait = taken.contains(base) ? base + "_too" : base;
        taken.add(trait);
        return trait;
    }

    private List<Suggested> order() {
        List<Suggested> fields = new ArrayList<>(happening());
        add(fields, "total", parts.first(Role.ORDER_TOTAL));
        add(fields, "currency", parts.first(Role.CURRENCY));
        add(
                fields,
                "store",
                parts.all().stream()
                        .filter(part -> STORES.contains(Part.plain(part.path())))
                        .findFirst());
        if (!parts.has(Role.CURRENCY)) {
            fields.add(new Suggested("currency", "{ value: EUR }", "no field says it: name yours", false));
        }
        return fields;
    }

    private List<Suggested> event() {
        List<Suggested> fields = new ArrayList<>(happening());
        fields.add(Suggested.line(
                "name", "{ value: " + Yaml.text(stream.name().replaceFirst("s$", "")) + " }", "what happened"));
        for (Part part : parts.all()) {
            if (part.role() == Role.NONE && !isKey(part) && !isOwner(part) && !isCard(part)) {
                fields.add(Suggested.line(free(part), Yaml.text(part.path()), "a property of the event"));
            }
        }
        return fields;
    }

    private List<Suggested> happening() {
        List<Suggested> fields = new ArrayList<>();
        taken.addAll(Set.of("id", "name", "time"));
        parts.all().stream()
                .filter(this::isKey)
                .findFirst()
                .ifPresent(key -> fields.add(Suggested.line(
                        "id", Yaml.text(key.path()), "the key of the record: once, however often it is read")));
        Optional<Part> time = parts.first(Role.ORDER_TIME)
                .or(() -> parts.first(Role.CREATED_AT))
                .or(() -> parts.first(Role.CHANGED_AT));
        fields.add(time.map(part -> Suggested.line("time", values.time(part), part.why() + values.unknownTime(part)))
                .orElseGet(() -> Suggested.line("time", "time", "no field looks like a time: name the right one")));
        return fields;
    }

    private static void add(List<Suggested> fields, String field, Optional<Part> part) {
        part.ifPresent(found -> fields.add(Suggested.line(
                field, Yaml.text(found.path()), found.why().isEmpty() ? "guessed from its name" : found.why())));
    }

    private List<Suggested> person() {
        List<Suggested> person = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Part part : parts.all()) {
            String identifier = isOwner(part)
                    ? own()
                    : isCard(part)
                            ? cardRule()
                            : part.role() == Role.EMAIL || part.role() == Role.PHONE ? TRAITS.get(part.role()) : "";
            if (!identifier.isEmpty() && seen.add(identifier)) {
                boolean known = rules.rule(identifier).isPresent();
                if (!known) {
                    identifies(identifier);
                }
                String why = part.why().isEmpty() ? "guessed from its name" : part.why();
                person.add(new Suggested(
                        identifier,
                        Yaml.text(part.path()),
                        known ? why : "once config/identity.yaml names " + identifier,
                        known));
            }
        }
        return person;
    }

    /** {@code customer.id}, {@code customer_id}: the key of the person that an order is of. */
    private static boolean isOwner(Part part) {
        String plain = part.path().toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return OWNERS.stream().anyMatch(owner -> plain.equals(owner + "id") || plain.equals(owner));
    }

    private Optional<MappingAdvice.Lines> lines() {
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

    private List<Suggested> product() {
        List<Suggested> fields = new ArrayList<>();
        Optional<Part> key = parts.all().stream().filter(this::isKey).findFirst();
        Optional<Part> sku = parts.first(Role.SKU).or(() -> key);
        fields.add(sku.map(part -> Suggested.line("id", Yaml.text(part.path()), "as the lines of orders name products"))
                .orElseGet(() ->
                        Suggested.line("id", "id", "no field looks like a product's number: name the right one")));
        add(
                fields,
                "name",
                parts.all().stream()
                        .filter(part -> Set.of("title", "name", "productname", "description")
                                .contains(Part.plain(part.path())))
                        .findFirst());
        add(fields, "price", parts.first(Role.PRICE));
        return fields;
    }
}
