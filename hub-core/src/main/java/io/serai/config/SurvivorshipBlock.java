package io.serai.config;

import io.serai.profile.Survivorship;
import io.serai.profile.Survivorship.Kind;
import io.serai.profile.Survivorship.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code survivorship:} of {@code config/identity.yaml}. */
final class SurvivorshipBlock {

    private static final Map<String, Kind> WORDS = Map.of(
            "most_recent", Kind.MOST_RECENT,
            "most_frequent", Kind.MOST_FREQUENT,
            "most_complete", Kind.MOST_COMPLETE);

    private SurvivorshipBlock() {}

    static Survivorship read(Section block, Reading reading) {
        Policy standard = Survivorship.DEFAULT.standard();
        Map<String, Policy> byTrait = new TreeMap<>();
        for (YamlEntry entry : block.entries()) {
            Optional<Policy> policy = policy(block, entry, reading);
            if (entry.key().equals("default")) {
                standard = policy.orElse(standard);
            } else if (entry.key().startsWith("consent.")) {
                reading.problems()
                        .error(
                                entry.keyPosition(),
                                "\"" + entry.key() + "\" has no policy: of several answers the strictest survives.",
                                "Take the line away.");
            } else {
                reading.refer(Reference.Kind.TRAIT, entry.key(), entry.keyPosition());
                policy.ifPresent(read -> byTrait.put(entry.key(), read));
            }
        }
        return new Survivorship(standard, Map.copyOf(byTrait), Reading.version(standard + " " + byTrait));
    }

    private static Optional<Policy> policy(Section block, YamlEntry entry, Reading reading) {
        if (entry.value() instanceof YamlList) {
            List<YamlScalar> sources = block.scalars(entry.key());
            sources.forEach(source -> reading.refer(Reference.Kind.CONNECTION, source.text(), source.position()));
            return Optional.of(new Policy(
                    Kind.SOURCE_ORDER, sources.stream().map(YamlScalar::text).toList()));
        }
        return block.choice(entry.key(), WORDS).map(kind -> new Policy(kind, List.of()));
    }
}
