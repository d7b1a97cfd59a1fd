package io.serai.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.TemporaryFolder;
import io.serai.identity.Evidence;
import io.serai.identity.Identifier;
import io.serai.profile.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What a first load puts aside comes back as it was, wherever in the file it lies. */
class SpilledFactsProperties {

    private static String text(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> "";
            case 1 -> "Łódź 😀";
            case 2 -> "x".repeat(250 + random.nextInt(10));
            default -> "value " + random.nextInt(1000);
        };
    }

    private static Facts facts(Random random) {
        List<Identifier> identifiers = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            identifiers.add(new Identifier("id" + random.nextInt(3), text(random)));
        }
        Map<String, Object> traits = new HashMap<>();
        traits.put("whole", random.nextLong());
        traits.put("decimal", random.nextDouble());
        for (int i = random.nextInt(5); i > 0; i--) {
            traits.put("trait" + random.nextInt(300), text(random));
        }
        Map<String, String> consents = random.nextBoolean() ? Map.of("email", "granted") : Map.of();
        Evidence evidence = new Evidence(random.nextBoolean() ? null : text(random), null, "1970-01-02");
        List<String> said = random.nextBoolean() ? List.of() : Arrays.asList(text(random), null);
        return new Facts(identifiers, evidence, said, traits, consents, Optional.empty(), List.of(), Optional.empty());
    }

    @Property(tries = 30)
    void facts_come_back_as_they_were(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        TemporaryFolder folder = TemporaryFolder.create("serai-facts");
        try (SpilledFacts spilled = new SpilledFacts(folder.path().resolve("hub.db"))) {
            List<Facts> all = new ArrayList<>();
            List<Long> places = new ArrayList<>();
            for (int i = 0; i < 1_500; i++) {
                all.add(facts(random));
                places.add(spilled.add(all.get(i)));
            }
            spilled.complete();
            for (int i = 0; i < all.size(); i++) {
                Facts who = spilled.who(places.get(i));
                Facts traits = spilled.traits(places.get(i));
                assertThat(who.identifiers()).isEqualTo(all.get(i).identifiers());
                assertThat(who.evidence()).isEqualTo(all.get(i).evidence());
                assertThat(who.said()).isEqualTo(all.get(i).said());
                assertThat(spilled.identifiers(places.get(i)))
                        .isEqualTo(all.get(i).identifiers());
                assertThat(traits.traits()).isEqualTo(all.get(i).traits());
                assertThat(traits.consents()).isEqualTo(all.get(i).consents());
            }
        } finally {
            try (var left = Files.list(folder.path())) {
                assertThat(left).isEmpty();
            }
            folder.close();
        }
    }
}
