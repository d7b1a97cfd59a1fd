package io.serai.sync;

import static io.serai.sync.SyncHome.CONTACTS;
import static io.serai.sync.SyncHome.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.profile.CollapseException;
import io.serai.record.Mapping;
import io.serai.record.SourceRecord;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that come one by one while the store is busy. */
class ArrivalsTest {

    private static final RecordKeys ID = new RecordKeys(List.of("id"));
    private static final Counts STORED = Counts.ofRead(1, 0, 0, 0, 0);
    private static final Counts UNCHANGED = Counts.ofRead(0, 1, 0, 0, 0);
    private static final Counts REJECTED = Counts.ofRead(0, 0, 1, 0, 0);

    @TempDir
    private Path folder;

    @AutoClose
    private SyncHome home;

    private Run run;
    private Counted counted;
    private IngestStep step;

    @BeforeEach
    void open() {
        home = new SyncHome(folder);
        run = home.runs.start("hook", RunRequest.send(Trigger.MESSAGE));
        counted = new Counted(home.transactions);
        step = new IngestStep(home.ingest, home.rejections, counted, Clock.systemUTC());
    }

    /** The store's transactions, counted, and on a disk that may be slow. */
    private static final class Counted implements Transactions {

        private final Transactions store;
        private final List<String> begun = new ArrayList<>();
        private CompletableFuture<Void> disk = CompletableFuture.completedFuture(null);

        private Counted(Transactions store) {
            this.store = store;
        }

        private synchronized <T> Supplier<T> counted(String kind, Supplier<T> work) {
            if (!store.underway()) {
                begun.add(kind);
            }
            return work;
        }

        @Override
        public <T> T inOne(Supplier<T> work) {
            return store.inOne(counted("one", work));
        }

        @Override
        public <T> T lasting(Supplier<T> work) {
            T result = store.lasting(counted("lasting", work));
            disk.join();
            return result;
        }

        @Override
        public <T> T large(Supplier<T> work) {
            return store.large(counted("large", work));
        }

        @Override
        public boolean underway() {
            return store.underway();
        }
    }

    private Counts take(Object body) {
        return step.message(run, CONTACTS, body, ID);
    }

    private static Map<String, Object> contact(Object id) {
        return Map.of("id", id, "mail", "p" + id + "@shop.test", "name", "Ann");
    }

    @Test
    void each_gets_what_became_of_its_own_and_all_are_counted_once() throws Exception {
        take(contact(1));
        Busy busy = new Busy(home.transactions);
        CompletableFuture<Counts> first = busy.next(() -> take(contact(2)));
        CompletableFuture<Counts> known = busy.next(() -> take(contact(1)));
        CompletableFuture<Counts> keyless = busy.next(() -> take(Map.of("mail", "x@shop.test")));
        CompletableFuture<Counts> several =
                busy.next(() -> take(List.of(contact(3), contact(4), Map.of("name", "No"))));
        busy.letGo();
        assertThat(first).isCompletedWithValue(STORED);
        assertThat(known).isCompletedWithValue(UNCHANGED);
        assertThat(keyless).isCompletedWithValue(REJECTED);
        assertThat(several).isCompletedWithValue(Counts.ofRead(2, 0, 1, 0, 0));
        assertThat(run.counts()).isEqualTo(Counts.ofRead(4, 1, 2, 0, 0));
        assertThat(home.runs.get(run.id()).orElseThrow().counts()).isEqualTo(run.counts());
        assertThat(home.rejections.open(run.id())).hasSize(2);
        assertThat(home.profiles.count()).isEqualTo(4);
        assertThat(counted.begun).as("the first, and one for all others").containsExactly("lasting", "lasting");
    }

    @Test
    void what_a_mapping_refuses_is_refused_for_its_sender_alone() throws Exception {
        Busy busy = new Busy(home.transactions);
        CompletableFuture<Counts> good = busy.next(() -> order("W1", "2026-01-02T10:00:00Z"));
        CompletableFuture<Counts> bad = busy.next(() -> order("W2", "not a date"));
        CompletableFuture<Counts> other = busy.next(() -> order("W3", "2026-01-02T10:00:00Z"));
        busy.letGo();
        assertThat(List.of(good.get(), bad.get(), other.get())).containsExactly(STORED, REJECTED, STORED);
        assertThat(home.rejections.open(run.id())).extracting(Rejection::key).containsExactly("W2");
        order("W2", "2026-01-02T10:00:00Z");
        assertThat(home.rejections.open(run.id())).isEmpty();
    }

    private Counts order(String number, String at) {
        return step.message(
                run, ORDERS, Map.of("number", number, "at", at, "total", 5), RecordKeys.of(List.of(), ORDERS));
    }

    @Test
    void one_that_the_store_does_not_take_fails_for_its_sender_and_hurts_nobody() throws Exception {
        forbid("bad");
        Busy busy = new Busy(home.transactions);
        List<CompletableFuture<Counts>> good = new ArrayList<>();
        for (int id = 0; id < 5; id++) {
            int number = id;
            good.add(busy.next(() -> take(contact(number))));
        }
        CompletableFuture<Counts> bad = busy.next(() -> take(contact("bad")));
        good.add(busy.next(() -> take(contact(5))));
        busy.letGo();
        assertThat(good).allSatisfy(each -> assertThat(each).isCompletedWithValue(STORED));
        assertThatThrownBy(bad::get)
                .hasRootCauseMessage("[SQLITE_CONSTRAINT_TRIGGER] A RAISE function within a trigger"
                        + " fired, causing the SQL statement to abort (forbidden)");
        assertThat(home.profiles.count()).isEqualTo(6);
        assertThat(run.counts()).isEqualTo(Counts.ofRead(6, 0, 0, 0, 0));
    }

    /** From now on, the store itself refuses a record of that key. */
    private void forbid(String key) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TRIGGER forbidden BEFORE INSERT ON record WHEN NEW.key = '" + key
                    + "' BEGIN SELECT RAISE(ABORT, 'forbidden'); END");
        }
    }

    @Test
    void merges_of_a_joint_page_that_failed_are_not_held_against_those_who_are_tried_again() throws Exception {
        home.ingestStep.page(
                run,
                CONTACTS,
                IntStream.range(0, 400).mapToObj(SyncHome::contact).toList(),
                ID,
                new PageTally(),
                null);
        forbid("bad");
        Busy busy = new Busy(home.transactions);
        List<CompletableFuture<Counts>> merging = new ArrayList<>();
        for (int id = 0; id < 120; id += 2) {
            merging.add(busy.next(() -> take(joining(merging.size() * 2))));
        }
        CompletableFuture<Counts> bad = busy.next(() -> take(contact("bad")));
        busy.letGo();
        assertThat(merging).allSatisfy(each -> assertThat(each).isCompletedWithValue(STORED));
        assertThat(bad).isCompletedExceptionally();
        assertThat(home.profiles.count()).isEqualTo(340);
        for (int id = 120; id < 200; id += 2) {
            take(joining(id));
        }
        assertThatThrownBy(() -> take(joining(200))).isInstanceOf(CollapseException.class);
    }

    /** Says that two who were strangers are one. */
    private static SourceRecord joining(int id) {
        return new SourceRecord("new" + id, Map.of("id", id, "mail", "p" + (id + 1) + "@shop.test"), false);
    }

    @Test
    void the_same_record_twice_is_kept_twice_in_the_order_in_which_it_came() throws Exception {
        Busy busy = new Busy(home.transactions);
        CompletableFuture<Counts> first = busy.next(() -> take(Map.of("id", 1, "mail", "a@shop.test")));
        CompletableFuture<Counts> again = busy.next(() -> take(Map.of("id", 1, "mail", "b@shop.test")));
        CompletableFuture<Counts> third = busy.next(() -> take(Map.of("id", 1, "mail", "b@shop.test")));
        busy.letGo();
        assertThat(List.of(first.get(), again.get(), third.get())).containsExactly(STORED, STORED, UNCHANGED);
        assertThat(home.everybody()).singleElement().satisfies(person -> assertThat(person)
                .containsEntry("email", "b@shop.test"));
    }

    @Test
    void records_of_another_run_or_mapping_are_taken_in_by_themselves() throws Exception {
        Run other = home.runs.start("other", RunRequest.send(Trigger.MESSAGE));
        Mapping same = new Mapping(
                CONTACTS.name(),
                CONTACTS.from(),
                CONTACTS.target(),
                CONTACTS.fields(),
                CONTACTS.person(),
                CONTACTS.lines(),
                CONTACTS.version());
        Busy busy = new Busy(home.transactions);
        busy.next(() -> take(contact(1)));
        busy.next(() -> step.message(other, CONTACTS, contact(2), ID));
        busy.next(() -> step.message(run, same, contact(3), ID));
        busy.next(() -> take(contact(4)));
        busy.letGo();
        assertThat(run.counts()).isEqualTo(Counts.ofRead(3, 0, 0, 0, 0));
        assertThat(other.counts()).isEqualTo(STORED);
        assertThat(counted.begun).hasSize(3);
    }

    @Test
    void who_is_inside_a_larger_transaction_is_joined_with_nobody() throws Exception {
        Busy busy = new Busy(home.transactions);
        CompletableFuture<Counts> inside = busy.next(() -> home.transactions.inOne(() -> {
            take(contact(1));
            throw new IllegalStateException("on purpose");
        }));
        CompletableFuture<Counts> outside = busy.next(() -> take(contact(2)));
        busy.letGo();
        assertThatThrownBy(inside::get).hasRootCauseMessage("on purpose");
        assertThat(outside).isCompletedWithValue(STORED);
        assertThat(home.profiles.count()).isEqualTo(1);
    }

    @Test
    void a_page_of_an_import_lets_others_in_while_records_arrive_one_by_one() {
        List<SourceRecord> page =
                IntStream.range(0, 500).mapToObj(SyncHome::contact).toList();
        step.page(run, CONTACTS, page, ID, new PageTally(), null);
        assertThat(counted.begun).containsExactly("large");
        counted.begun.clear();
        take(contact("x"));
        PageTally tally = new PageTally();
        List<SourceRecord> changed = page.stream()
                .map(each -> new SourceRecord(each.key(), Map.of("id", each.key(), "name", "Bo"), false))
                .toList();
        assertThat(step.page(run, CONTACTS, changed, ID, tally, null))
                .extracting(result -> result.record().key())
                .containsExactlyElementsOf(page.stream().map(SourceRecord::key).toList());
        assertThat(tally.counts()).isEqualTo(Counts.ofRead(500, 0, 0, 0, 0));
        assertThat(counted.begun).containsExactly("lasting", "large", "large", "large");
    }

    @Test
    void bulk_waits_while_many_wait_who_have_arrived_by_themselves() throws Exception {
        Busy busy = new Busy(home.transactions);
        busy.next(() -> take(contacts(0, 60)));
        busy.next(() -> take(contacts(60, 120)));
        busy.next(() -> take(contacts(120, 180)));
        busy.next(() -> step.page(run, CONTACTS, contacts(1_000, 1_101), ID, new PageTally(), null));
        busy.next(() -> take(contacts(180, 240)));
        busy.letGo();
        assertThat(counted.begun).containsExactly("lasting", "lasting", "large");
        assertThat(home.profiles.count()).isEqualTo(341);
    }

    @Test
    void bulk_goes_on_after_a_while_however_many_wait() throws Exception {
        counted.disk = new CompletableFuture<>();
        Busy busy = new Busy(home.transactions);
        CompletableFuture<Counts> first = busy.next(() -> take(contacts(0, 60)));
        CompletableFuture<Counts> second = busy.next(() -> take(contacts(60, 120)));
        CompletableFuture<?> bulk =
                busy.next(() -> step.page(run, CONTACTS, contacts(1_000, 1_101), ID, new PageTally(), null));
        busy.free();
        bulk.get(1, TimeUnit.MINUTES);
        assertThat(List.of(first, second)).noneMatch(CompletableFuture::isDone);
        counted.disk.complete(null);
        busy.letGo();
        assertThat(home.profiles.count()).isEqualTo(221);
    }

    private static List<SourceRecord> contacts(int first, int end) {
        return IntStream.range(first, end).mapToObj(SyncHome::contact).toList();
    }
}
