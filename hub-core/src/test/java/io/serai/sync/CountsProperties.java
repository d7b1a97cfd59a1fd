package io.serai.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.TemporaryFolder;
import io.serai.spi.ConnectorException;
import io.serai.spi.Outcome;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever sources, mappings and destinations do: counts add up, and when they stop misbehaving everybody is there once. */
class CountsProperties {

    @Property(tries = 60, seed = "20261122")
    void counts_add_up_and_trouble_heals(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 25) int people,
            @ForAll @IntRange(min = 1, max = 7) int batchSize,
            @ForAll boolean staged)
            throws IOException {
        Random random = new Random(seed);
        MemorySink sink = staged ? new MemoryStagedSink() : new MemorySink();
        sink.batchSize = batchSize;
        try (TemporaryFolder folder = TemporaryFolder.create("counts");
                SyncHome home = new SyncHome(folder.path())) {
            for (int round = 0; round < 4; round++) {
                for (int id = 1; id <= people; id++) {
                    if (random.nextInt(3) > 0) {
                        home.keep(SyncHome.contact(id, mail(random, id), "N" + random.nextInt(3), "granted"));
                    }
                }
                misbehave(sink, random);
                List<Map<String, Object>> all = home.everybody();
                RunView run = home.push(
                        "to-mail",
                        RunRequest.send(Trigger.COMMAND),
                        SyncHome.target(sink),
                        SyncHome.options(Mode.MIRROR),
                        all.subList(0, all.isEmpty() ? 0 : random.nextInt(all.size()) + 1));
                assertAddsUp(run);
            }
            sink.before = () -> {};
            sink.instead = mutation -> null;
            sink.answer = (batch, outcomes) -> outcomes;
            List<Long> everybody =
                    home.profiles.after(0, 1000).stream().map(row -> row.id()).toList();
            home.ledger.retry(home.ledger.sync("to-mail", SyncHome.MAIL), everybody);
            RunView healed = home.push(sink, SyncHome.options(Mode.MIRROR));
            assertAddsUp(healed);
            assertThat(healed.status()).as(healed.toString()).isEqualTo(RunStatus.DONE);
            assertThat(home.push(sink, SyncHome.options(Mode.MIRROR)).counts().sent())
                    .isZero();
            assertThat(held(sink)).isEqualTo(wanted(home));
        }
    }

    private static void assertAddsUp(RunView run) {
        Counts counts = run.counts();
        assertThat(counts.planned())
                .as(run.toString())
                .isEqualTo(counts.sent() + counts.rejected() + counts.deferred() + counts.held());
    }

    /** Some never have an address, others change theirs now and then. */
    private static String mail(Random random, int id) {
        return id % 5 == 0 ? "" : (random.nextInt(4) == 0 ? "q" : "p") + id + "@shop.test";
    }

    /** Refuses, defers, breaks before and after writing, and loses answers. */
    private static void misbehave(MemorySink sink, Random random) {
        sink.instead = mutation -> switch (random.nextInt(6)) {
            case 0 -> new Outcome.Rejected(mutation.id(), "no");
            case 1 -> new Outcome.Deferred(mutation.id(), "later");
            default -> null;
        };
        sink.before = () -> trouble(random);
        sink.answer = (batch, outcomes) -> {
            trouble(random);
            return random.nextInt(8) == 0 ? outcomes.subList(0, outcomes.size() - 1) : outcomes;
        };
    }

    private static void trouble(Random random) {
        switch (random.nextInt(12)) {
            case 0 -> throw new ConnectorException(ConnectorException.Kind.TRANSIENT, "broke");
            case 1 -> throw new IllegalStateException("bug");
            default -> {}
        }
    }

    private static Map<String, Object> held(MemorySink sink) {
        Map<String, Object> held = new HashMap<>();
        (sink instanceof MemoryStagedSink file ? file.visible : sink.members)
                .forEach((key, fields) -> held.put(key, fields.get("name")));
        return held;
    }

    private static Map<String, Object> wanted(SyncHome home) {
        Map<String, Object> wanted = new HashMap<>();
        home.everybody().stream()
                .filter(person -> person.get("email") != null)
                .forEach(person -> wanted.put((String) person.get("email"), person.get("first_name")));
        return wanted;
    }

    @Property(tries = 200)
    void a_page_counts_each_record_once_whatever_reports_it(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 30) int records) {
        Random random = new Random(seed);
        PageTally tally = new PageTally();
        IntStream.range(0, records).forEach(n -> tally.read("k" + random.nextInt(10)));
        for (int n = random.nextInt(40); n > 0; n--) {
            tally.report(
                    "k" + random.nextInt(10),
                    random.nextBoolean(),
                    io.serai.profile.Ingest.Status.values()[random.nextInt(3)]);
        }
        Counts counts = tally.counts();
        assertThat(counts.read())
                .isGreaterThanOrEqualTo(records)
                .isEqualTo(counts.stored() + counts.unchanged() + counts.rejected() + counts.skipped());
    }
}
