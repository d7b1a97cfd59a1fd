package io.serai.store;

import static io.serai.store.MatchingHome.CONTACTS;
import static io.serai.store.MatchingHome.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.TemporaryFolder;
import io.serai.record.SourceRecord;
import io.serai.sync.Busy;
import io.serai.sync.Counts;
import io.serai.sync.IngestStep;
import io.serai.sync.RecordKeys;
import io.serai.sync.Run;
import io.serai.sync.RunRequest;
import io.serai.sync.Runs;
import io.serai.sync.Trigger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Records that are taken in together come to what they come to one after the other. */
class JointPagesProperties {

    private static final String[] FIRST = {"Ann", "Anne", "Bob", "Robert", "Zoe", "Kofi", "José"};
    private static final String[] LAST = {"Smith", "Smyth", "Kaya", "Zebrowski"};
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    /** A hub's way in. */
    private static final class Door implements AutoCloseable {

        private final MatchingHome home;
        private final IngestStep step;
        private final Run run;

        private Door(Path file) {
            home = MatchingHome.ofOneMoment(file, MatchingHome.RULES);
            step = new IngestStep(
                    home.ingest, new SqliteRejections(home.database), new SqliteTransactions(home.database), CLOCK);
            run = new Runs(new SqliteRuns(home.database), CLOCK, Duration.ofDays(1))
                    .start("hook", RunRequest.send(Trigger.MESSAGE));
        }

        private Counts take(List<SourceRecord> page) {
            return step.message(run, CONTACTS, page, new RecordKeys(List.of("id")));
        }

        @Override
        public void close() {
            home.close();
        }
    }

    /** Mostly of one record; new, changed, unchanged and deleted ones. */
    private static List<List<SourceRecord>> pages(Random random) {
        List<List<SourceRecord>> pages = new ArrayList<>();
        for (int page = 0; page < 40; page++) {
            Map<String, SourceRecord> records = new LinkedHashMap<>();
            for (int i = random.nextInt(4) == 0 ? random.nextInt(4) : 0; i >= 0; i--) {
                String key = "" + random.nextInt(30);
                records.put(key, random.nextInt(6) == 0 ? new SourceRecord(key, Map.of(), true) : someone(random, key));
            }
            pages.add(List.copyOf(records.values()));
        }
        return pages;
    }

    private static SourceRecord someone(Random random, String key) {
        return person(
                key,
                FIRST[random.nextInt(FIRST.length)],
                LAST[random.nextInt(LAST.length)],
                random.nextInt(3) == 0 ? null : "197" + random.nextInt(3) + "-01-17",
                random.nextInt(3) + " Mill Lane",
                "LS" + random.nextInt(3) + " 4AB",
                "Leeds",
                random.nextBoolean() ? "e" + random.nextInt(20) + "@x.org" : null);
    }

    @Property(tries = 15)
    void joint_pages_come_to_what_single_ones_in_order_come_to(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        List<List<SourceRecord>> pages = pages(random);
        try (TemporaryFolder folder = TemporaryFolder.create("serai-joint");
                Door joint = new Door(folder.path().resolve("joint.db"));
                Door single = new Door(folder.path().resolve("single.db"))) {
            int next = 0;
            while (next < pages.size()) {
                int last = Math.min(pages.size(), next + 1 + random.nextInt(15));
                List<List<SourceRecord>> some = pages.subList(next, last);
                List<Counts> answers = together(joint, some);
                for (int page : order(some)) {
                    assertThat(answers.get(page)).isEqualTo(single.take(some.get(page)));
                }
                next = last;
            }
            assertThat(joint.home.portraits()).isEqualTo(single.home.portraits());
            assertThat(rows(joint)).isEqualTo(rows(single));
            assertThat(joint.home.matchTables()).isEqualTo(single.home.matchTables());
        }
    }

    /** What has been before waits for the next page; others go with the first that has none of theirs behind it. */
    private static List<Integer> order(List<List<SourceRecord>> pages) {
        List<List<Integer>> joint = new ArrayList<>();
        List<Set<String>> keys = new ArrayList<>();
        for (int page = 0; page < pages.size(); page++) {
            Set<String> own = pages.get(page).stream().map(SourceRecord::key).collect(Collectors.toSet());
            int at = joint.size();
            while (at > 0 && Collections.disjoint(keys.get(at - 1), own)) {
                at--;
            }
            if (at == joint.size()) {
                joint.add(new ArrayList<>());
                keys.add(new HashSet<>());
            }
            joint.get(at).add(page);
            keys.get(at).addAll(own);
        }
        return joint.stream().flatMap(List::stream).toList();
    }

    /** Records with their numbers, states and sayings, and what the run counted. */
    private static List<List<String>> rows(Door door) {
        List<List<String>> rows = new ArrayList<>();
        for (String sql : List.of(
                "SELECT id || feed_id || key || payload || deleted FROM record ORDER BY id",
                "SELECT record_id || ' ' || hash || ' ' || coalesce(signature_id, '-') FROM record_state ORDER BY record_id",
                "SELECT id || ' ' || hash || ' ' || records || coalesce(said, '-') FROM signature ORDER BY id",
                "SELECT signature_id || ' ' || name_id || value FROM signature_identifier ORDER BY 1",
                "SELECT read || ' ' || stored || ' ' || unchanged || ' ' || rejected || ' ' || deleted FROM run")) {
            rows.add(door.home.database.read(connection -> Sql.list(connection, row -> row.getString(1), sql)));
        }
        return rows;
    }

    private static List<Counts> together(Door door, List<List<SourceRecord>> pages) throws Exception {
        Busy busy = new Busy(new SqliteTransactions(door.home.database));
        List<CompletableFuture<Counts>> answers = new ArrayList<>();
        for (List<SourceRecord> page : pages) {
            answers.add(busy.next(() -> door.take(page)));
        }
        busy.letGo();
        List<Counts> counts = new ArrayList<>();
        for (CompletableFuture<Counts> answer : answers) {
            counts.add(answer.get());
        }
        return counts;
    }
}
