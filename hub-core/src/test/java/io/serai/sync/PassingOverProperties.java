package io.serai.sync;

import static io.serai.sync.SyncHome.MAIL;
import static io.serai.sync.SyncHome.contact;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.TemporaryFolder;
import io.serai.profile.ProfileId;
import io.serai.record.OutMapper;
import io.serai.record.OutMapping;
import io.serai.record.SourceRecord;
import io.serai.record.ValueRule;
import io.serai.spi.ConnectorException;
import io.serai.spi.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterProperty;

/**
 * A push that passes over whom it knows to lack nothing comes to the plan of one that reads everybody, row by row and count by count,
 * and sends the same; whatever happened to people, to what the push asks for, and to what the destination did, in between.
 */
class PassingOverProperties {

    private static final int PEOPLE = 12;

    private static long passedOver;
    private static long staged;

    @Property(tries = 30, seed = "20261123")
    void who_is_passed_over_would_not_have_been_sent_anything(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        try (TemporaryFolder folder = TemporaryFolder.create("passing");
                World world = new World(folder.path(), random)) {
            world.home.keepPeople(1, PEOPLE);
            world.push();
            for (int step = 0; step < 14; step++) {
                for (int edits = random.nextInt(3); edits >= 0; edits--) {
                    world.somethingHappens();
                }
                world.pushBothWays();
            }
        }
    }

    @AfterProperty
    void most_people_were_passed_over() {
        assertThat(passedOver).as("of %d who were staged", staged).isGreaterThan(staged / 5);
    }

    /** The process dies. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }

    /** What one push is told. */
    private static final class Wishes implements Cloneable {
        Mode mode = Mode.MIRROR;
        String tag;
        Optional<String> consent = Optional.empty();
        Guards guards = SyncHome.OPEN;
        String name = "first_name";
        LongPredicate audience = profile -> true;

        PushOptions options() {
            return new PushOptions(
                    mode, tag == null ? mode.onLeave() : OnLeave.UNTAG, Optional.ofNullable(tag), consent, 0, guards);
        }

        PushTarget target(MemorySink sink) {
            Map<String, ValueRule> fields = new LinkedHashMap<>();
            fields.put("key", ValueRule.path("email"));
            fields.put("name", ValueRule.path(name));
            OutMapping mapping = new OutMapping("mail-members", MAIL, "key", fields, name.hashCode());
            return new PushTarget(MAIL, sink, sink.streams().get(0), mapping, new OutMapper(mapping, ZoneId.of("UTC")));
        }
    }

    private static final class World implements AutoCloseable {

        final Path folder;
        final Random random;
        final SyncHome home;
        MemorySink sink = new MemorySink();
        final Wishes wishes = new Wishes();
        /** It stands still while two worlds are compared. */
        final Instant[] now = {Instant.parse("2026-11-23T10:00:00Z")};

        int copies;
        int last = PEOPLE;
        long trouble;

        World(Path folder, Random random) {
            this.folder = folder;
            this.random = random;
            this.home = new SyncHome(folder, clock());
        }

        private Clock clock() {
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public Instant instant() {
                    return now[0];
                }
            };
        }

        void somethingHappens() {
            now[0] = now[0].plusSeconds(random.nextInt(3));
            int id = 1 + random.nextInt(last);
            switch (random.nextInt(24)) {
                case 0 -> home.keep(contact(++last));
                case 1, 2, 3 -> home.keep(contact(id, "p" + id + "@shop.test", "N" + random.nextInt(3), "granted"));
                case 4 -> home.keep(contact(id, "q" + id + "@shop.test", "N" + id, "granted"));
                // One person with another, or a match value that another has.
                case 5, 6 ->
                    home.keep(contact(id, "p" + (1 + random.nextInt(last)) + "@shop.test", "N" + id, "granted"));
                case 7 -> home.keep(contact(id));
                case 8 ->
                    home.keep(contact(
                            id, "p" + id + "@shop.test", "N" + id, random.nextBoolean() ? "denied" : "unknown"));
                case 9 -> home.keep(contact(id, "", "N" + id, "granted"));
                case 10 -> home.keep(new SourceRecord(String.valueOf(id), Map.of(), true));
                case 11 -> anybody().ifPresent(home::erase);
                case 12 -> wishes.name = random.nextBoolean() ? "first_name" : "crm_id";
                case 13 -> {
                    wishes.mode = List.of(Mode.MIRROR, Mode.UPSERT, Mode.INSERT, Mode.ARCHIVE)
                            .get(random.nextInt(4));
                    wishes.tag = wishes.mode == Mode.UPSERT && random.nextBoolean() ? "vip" : null;
                }
                case 14 -> wishes.consent = random.nextBoolean() ? Optional.of("email") : Optional.empty();
                case 15 -> {
                    int part = random.nextInt(5);
                    wishes.audience = profile -> profile % 5 != part;
                }
                case 16 -> wishes.audience = profile -> true;
                case 17 -> trouble = random.nextLong();
                case 18 -> trouble = 0;
                case 19 -> home.ledger.retry(sync(), all());
                case 20 -> approve();
                case 21 -> otherwise();
                case 22 -> wishes.guards = random.nextBoolean() ? SyncHome.OPEN : new Guards(0.2, 0.3, false);
                default -> another();
            }
        }

        private Optional<Long> anybody() {
            List<Long> all = all();
            return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
        }

        private List<Long> all() {
            return home.profiles.after(0, 1000).stream().map(row -> row.id()).toList();
        }

        private long sync() {
            return home.ledger.sync("to-mail", MAIL);
        }

        /** The newest plan that waits, or one that is made for it. */
        private void approve() {
            if (random.nextBoolean()) {
                run(home, sink, RunRequest.plan(), true, wishes);
            }
            misbehaveAlive(sink);
            home.plans.list(1).stream()
                    .filter(plan -> plan.status() == PlanStatus.HELD || plan.status() == PlanStatus.PLANNED)
                    .forEach(plan -> home.apply(plan.id(), wishes.target(sink)));
        }

        /** A push in which the route alters people, one of changes alone, one for a few, one that is only looked at. */
        private void otherwise() {
            misbehave(sink);
            List<Map<String, Object>> people = audience(home, wishes);
            Run run = home.runs.start(
                    "to-mail",
                    switch (random.nextInt(4)) {
                        case 0 -> RunRequest.dryRun();
                        case 1 -> RunRequest.retry(Set.copyOf(all().subList(0, Math.min(3, all().size()))));
                        default -> RunRequest.send(Trigger.COMMAND);
                    });
            try (PushSession session = home.begin(run, wishes.target(sink), wishes.options())) {
                if (random.nextBoolean()) {
                    session.changesOnly();
                    people = people.subList(0, people.size() / 2);
                }
                if (random.nextBoolean()) {
                    people = people.stream()
                            .map(person -> {
                                Map<String, Object> altered = new LinkedHashMap<>(person);
                                altered.put("first_name", "altered");
                                return altered;
                            })
                            .toList();
                }
                session.stage(people);
                PushResult result = session.complete();
                run.finish(result.status(), result.message());
            } catch (RuntimeException | Death e) {
                run.fail(e);
            }
        }

        /** Another route with the same destination. */
        private void another() {
            misbehaveAlive(sink);
            List<Map<String, Object>> some = audience(home, wishes);
            home.push(
                    "another",
                    RunRequest.send(Trigger.COMMAND),
                    wishes.target(sink),
                    wishes.options(),
                    some.subList(0, some.size() / 2));
        }

        void push() {
            run(home, sink, RunRequest.send(Trigger.COMMAND), true, wishes);
        }

        /** The same push in two copies of the same world, one of which does not know whom to pass over. */
        void pushBothWays() throws Exception {
            RunRequest request = random.nextInt(5) == 0 ? RunRequest.plan() : RunRequest.send(Trigger.COMMAND);
            sink.forgetWhatCame();
            MemorySink other = copy(sink);
            long seed = random.nextLong();
            try (SyncHome ignorant = copy()) {
                trouble(sink, seed);
                trouble(other, seed);
                List<Object> read = run(ignorant, other, request, false, wishes);
                List<Object> passed = run(home, sink, request, true, wishes);
                assertThat(passed).isEqualTo(read);
                assertThat(sink.received).isEqualTo(other.received);
                assertThat(sink.members).isEqualTo(other.members);
                assertThat(ledger(home)).isEqualTo(ledger(ignorant));
            }
        }

        private void misbehave(MemorySink misbehaving) {
            trouble(misbehaving, random.nextLong());
        }

        /** All but dying. */
        private void misbehaveAlive(MemorySink misbehaving) {
            misbehave(misbehaving);
            Runnable before = misbehaving.before;
            misbehaving.before = () -> {
                try {
                    before.run();
                } catch (Death death) {
                    throw new IllegalStateException("bug", death);
                }
            };
            misbehaving.answer = (batch, outcomes) -> outcomes;
        }

        /** The same trouble for the same seed. */
        private void trouble(MemorySink misbehaving, long seed) {
            if (trouble == 0) {
                misbehaving.instead = mutation -> null;
                misbehaving.before = () -> {};
                misbehaving.answer = (batch, outcomes) -> outcomes;
                return;
            }
            Random dice = new Random(seed);
            misbehaving.instead = mutation -> switch (dice.nextInt(8)) {
                case 0, 1 -> new Outcome.Rejected(mutation.id(), "no");
                case 2 -> new Outcome.Deferred(mutation.id(), "later");
                default -> null;
            };
            misbehaving.before = () -> stumble(dice);
            misbehaving.answer = (batch, outcomes) -> {
                stumble(dice);
                return dice.nextInt(6) == 0 ? outcomes.subList(0, outcomes.size() - 1) : outcomes;
            };
        }

        private static void stumble(Random dice) {
            switch (dice.nextInt(30)) {
                case 0, 1 -> throw new ConnectorException(ConnectorException.Kind.TRANSIENT, "broke");
                case 2 -> throw new IllegalStateException("bug");
                case 3 -> throw new ConnectorException(ConnectorException.Kind.CURSOR_LOST, "emptied");
                case 4 -> throw new Death();
                default -> {}
            }
        }

        /** What became of it: the run, and the plan with its rows. */
        private static List<Object> run(
                SyncHome home, MemorySink sink, RunRequest request, boolean passing, Wishes wishes) {
            Run run = home.runs.start("to-mail", request);
            List<Object> became = new ArrayList<>();
            try (PushSession session = home.begin(run, wishes.target(sink), wishes.options())) {
                List<Map<String, Object>> people = audience(home, wishes);
                BitSet settled = session.settled();
                assertThat(passing || settled.isEmpty()).isTrue();
                BitSet there = new BitSet();
                people.forEach(person -> there.set((int) ProfileId.number((String) person.get("profile_id"))));
                settled.and(there);
                session.passOver(settled);
                people = people.stream()
                        .filter(person -> !settled.get((int) ProfileId.number((String) person.get("profile_id"))))
                        .toList();
                passedOver += settled.cardinality();
                staged += passing ? there.cardinality() : 0;
                session.stage(people);
                PushResult result = session.complete();
                became.add(run.finish(result.status(), result.message()).counts());
                became.add(result.status());
                became.add(String.valueOf(result.message()).replaceAll("plan \\d+|apply \\d+", "plan"));
            } catch (Death death) {
                became.add("died");
                run.fail(death);
            } catch (RuntimeException e) {
                became.add(String.valueOf(e.getMessage()));
                run.fail(e);
            }
            PlanView plan = home.plans.list(1).get(0);
            became.add(List.of(
                    plan.status(), plan.adds(), plan.changes(), plan.removals(), plan.held(), plan.unchanged()));
            became.addAll(home.plans.rows(plan.id(), -1, 0, 1000));
            return became;
        }

        private static List<Map<String, Object>> audience(SyncHome home, Wishes wishes) {
            return home.profiles.after(0, 1000).stream()
                    .filter(row -> wishes.audience.test(row.id()))
                    .map(row -> row.fields())
                    .toList();
        }

        private static List<LedgerRow> ledger(SyncHome home) {
            return home.ledger.after(home.ledger.sync("to-mail", MAIL), 0, 1000);
        }

        private SyncHome copy() throws SQLException {
            Path place = folder.resolve("copy" + copies++);
            try {
                Files.createDirectories(place);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            sql(home.file, "VACUUM INTO '" + place.resolve("hub.db") + "'");
            sql(place.resolve("hub.db"), "DELETE FROM settled");
            return new SyncHome(place, clock());
        }

        private static void sql(Path file, String sql) throws SQLException {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        private static MemorySink copy(MemorySink sink) {
            MemorySink copy = new MemorySink();
            sink.members.forEach((key, fields) -> copy.members.put(key, new TreeMap<>(fields)));
            return copy;
        }

        @Override
        public void close() {
            home.close();
        }
    }
}
