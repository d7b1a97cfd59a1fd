package io.serai.identity.advice;

import io.serai.identity.IdentifierRule;
import io.serai.identity.IdentityRules;
import io.serai.identity.advice.Advice.Overloaded;
import io.serai.identity.advice.Advice.SuggestedField;
import io.serai.identity.advice.Advice.SuggestedIdentifier;
import io.serai.identity.compare.Kind;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Looks at every record once, with {@link #look}, measures with {@link #measure}, and looks again with {@link #name} at those
 * that bear an overloaded value, to say which it is. Not thread-safe.
 */
public final class Advisor {

    private static final Pattern ID = Pattern.compile(
            "(.*[_.-])?(id|no|nr|num|number|card|code|key|ref|account|loyalty|member|ssn|nino|passport|vat|tax)([_.-]?(id|no|nr|number|code|key))?");
    private static final double SELDOM = 0.01;
    private static final int SHOWN = 5;

    private final IdentityRules today;
    private final Optional<String> home;
    private final FieldReader reader;
    private final Map<String, FieldFacts> fields = new TreeMap<>();
    private final Map<String, Map<Long, Overloaded>> overloaded = new HashMap<>();
    private final Map<String, Sayings.Measured> measured = new HashMap<>();
    private final PhoneRegion region = new PhoneRegion();
    private final Set<Long> profiles = new HashSet<>();
    private long records;
    private long people;

    /**
     * @param today the rules that hold now: what a person wrote into them stays
     * @param usual the kind of a field whose name tells it
     * @param zone the hub's, which says whose phone numbers have no prefix
     */
    public Advisor(IdentityRules today, Function<String, Optional<Kind>> usual, ZoneId zone) {
        this.today = today;
        this.home = HomeCountry.of(zone);
        this.reader = new FieldReader(today, usual, fields);
    }

    /**
     * Takes note of a record.
     *
     * @param source the mapping that read it
     * @param profile whose it is; 0 for nobody's
     * @param said what it says of a person, by field; of an order or event, its person's identifiers
     * @param toProfile whether the mapping leads to profiles
     */
    public void look(String source, long profile, Map<String, ?> said, boolean toProfile) {
        records++;
        people += toProfile ? 1 : 0;
        if (profile != 0) {
            profiles.add(profile);
        }
        String given = reader.given(said);
        said.forEach((name, value) -> {
            Optional<String> text = FieldReader.text(name, value);
            if (text.isPresent()) {
                FieldFacts facts = fields.computeIfAbsent(name, key -> new FieldFacts());
                facts.fill(source, text.get(), toProfile);
                if (reader.kindOf(name) == Kind.PHONE) {
                    region.add(text.get());
                }
                reader.canonical(name, text.get())
                        .ifPresent(canonical -> facts.sayings().add(Hash.of(canonical), given, profile));
            }
        });
    }

    /** Counts. */
    public void measure() {
        fields.forEach((name, facts) -> {
            if (facts.sayings().size() > 0) {
                measured.put(name, facts.sayings().measure(maxPeople(name)));
            }
        });
    }

    /** Whether some identifier has a value on too many people, so that a second look can say which. */
    public boolean wantsNames() {
        return measured.entrySet().stream()
                .anyMatch(each -> isIdentifier(each.getKey())
                        && !each.getValue().crowded().isEmpty());
    }

    /** The second look. */
    public void name(Map<String, ?> said) {
        said.forEach((name, value) -> {
            Sayings.Measured found = measured.get(name);
            if (found != null && !found.crowded().isEmpty()) {
                FieldReader.text(name, value)
                        .flatMap(text -> reader.canonical(name, text))
                        .ifPresent(canonical -> {
                            Integer names = found.crowded().get(Hash.of(canonical));
                            if (names != null) {
                                overloaded
                                        .computeIfAbsent(name, key -> new HashMap<>())
                                        .putIfAbsent(Hash.of(canonical), new Overloaded(Mask.of(canonical), names));
                            }
                        });
            }
        });
    }

    /** What is proposed. */
    public Advice advice() {
        List<SuggestedIdentifier> identifiers = new ArrayList<>();
        List<SuggestedField> compared = new ArrayList<>();
        List<SuggestedField> leftOut = new ArrayList<>();
        fields.forEach((name, facts) -> {
            if (isIdentifier(name) && measured.containsKey(name)) {
                identifiers.add(identifier(name, facts, measured.get(name)));
            }
            Kind kind = reader.kindOf(name);
            if (kind != null && facts.filledOfPeople() > 0) {
                double filled = (double) facts.filledOfPeople() / people;
                (filled < SELDOM ? leftOut : compared)
                        .add(new SuggestedField(name, kind, reader.isUsual(name), filled));
            }
        });
        identifiers.sort(Comparator.comparingInt(Advisor::rank)
                .thenComparingInt(each -> position(each.rule().name()))
                .thenComparing(each -> each.rule().name()));
        compared.sort(Comparator.comparing(SuggestedField::kind).thenComparing(SuggestedField::name));
        return new Advice(
                records, profiles.size(), List.copyOf(identifiers), List.copyOf(compared), List.copyOf(leftOut));
    }

    private SuggestedIdentifier identifier(String name, FieldFacts facts, Sayings.Measured found) {
        Optional<IdentifierRule> now = today.rule(name);
        IdentifierRule.Kind kind = now.map(IdentifierRule::normalise).orElse(reader.ruleKind(name));
        int seen = facts.sayings().perProfile(found.crowded().keySet());
        boolean families = found.families() >= 2 && found.families() * 200 > found.repeated();
        boolean shared = families
                || kind == IdentifierRule.Kind.PHONE
                || now.map(IdentifierRule::shared).orElse(false);
        String country = now.map(IdentifierRule::region)
                .filter(written -> !written.isEmpty())
                .orElse("");
        if (kind == IdentifierRule.Kind.PHONE && country.isEmpty()) {
            country = region.likeliest(home).orElse("");
        }
        IdentifierRule rule = new IdentifierRule(
                name,
                Math.max(seen, kind == IdentifierRule.Kind.ID ? 3 : 5),
                kind,
                country,
                now.map(IdentifierRule::ignore).orElse(List.of()),
                shared,
                maxPeople(name));
        List<Overloaded> crowd = overloaded.getOrDefault(name, Map.of()).values().stream()
                .sorted(Comparator.comparingInt(Overloaded::names).reversed().thenComparing(Overloaded::masked))
                .limit(SHOWN)
                .toList();
        return new SuggestedIdentifier(
                rule,
                List.copyOf(facts.sources()),
                facts.filled(),
                found.values(),
                found.repeated(),
                found.families(),
                found.mostProfiles(),
                seen,
                crowd);
    }

    private static int rank(SuggestedIdentifier identifier) {
        return switch (identifier.rule().normalise()) {
            case ID -> identifier.rule().shared() ? 1 : 0;
            case EMAIL -> 2;
            case PHONE -> 3;
        };
    }

    private int position(String name) {
        for (int i = 0; i < today.identifiers().size(); i++) {
            if (today.identifiers().get(i).name().equals(name)) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    private int maxPeople(String name) {
        return today.rule(name).map(IdentifierRule::maxPeople).orElse(IdentifierRule.DEFAULT_MAX_PEOPLE);
    }

    /** A rule of today, an address, a phone number, or what is named and looks like an id and is on few records each. */
    private boolean isIdentifier(String name) {
        Kind kind = reader.kindOf(name);
        if (today.rule(name).isPresent() || kind == Kind.EMAIL || kind == Kind.PHONE) {
            return true;
        }
        FieldFacts facts = fields.get(name);
        return kind == null
                && ID.matcher(name).matches()
                && facts.looksLikeIds()
                && measured.containsKey(name)
                && measured.get(name).values() * 10 >= facts.filled() * 3;
    }
}
