package io.serai.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.store.GroupCommit.Keeping;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupCommitTest {

    private static final int THREADS = 8;
    private static final int WORKS = 60;

    @TempDir
    private Path folder;

    private Path file;
    private SqliteDatabase database;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @BeforeEach
    void open() {
        file = folder.resolve("hub.db");
        database = SqliteDatabase.openForWriting(file, "test");
        database.write(
                connection -> Sql.update(connection, "CREATE TABLE kept (id INTEGER PRIMARY KEY, part INTEGER)"));
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void of_works_that_come_at_once_exactly_those_are_kept_that_did_not_fail(long seed) throws Exception {
        Set<Long> succeeded = new ConcurrentSkipListSet<>();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int number = thread;
            all.add(CompletableFuture.runAsync(
                    () -> works(new Random(seed * 100 + number), number, succeeded), threads));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(2, TimeUnit.MINUTES);
        assertThat(succeeded).isNotEmpty().hasSizeLessThan(THREADS * WORKS);
        assertThat(kept()).isEqualTo(new TreeSet<>(succeeded));
        database.close();
        database = SqliteDatabase.openForWriting(file, "test");
        assertThat(kept()).isEqualTo(new TreeSet<>(succeeded));
    }

    private void works(Random random, int thread, Set<Long> succeeded) {
        for (int work = 0; work < WORKS; work++) {
            long id = thread * 1000L + work;
            int fate = random.nextInt(4);
            try {
                kind(random, connection -> {
                    // Three rows a work: a part of one must never be seen.
                    insert(connection, id, 0);
                    insert(connection, id, 1);
                    if (fate == 0) {
                        throw new IllegalStateException("on purpose");
                    }
                    if (fate == 1) {
                        Sql.update(connection, "INSERT INTO kept VALUES (?, 9)", id * 3);
                    }
                    return database.write(nested -> insert(nested, id, 2));
                });
                succeeded.add(id);
                long parts = database.read(connection -> parts(connection, id));
                assertThat(parts).isEqualTo(3);
            } catch (IllegalStateException | StoreException onPurpose) {
                assertThat(fate).isLessThan(2);
            }
        }
    }

    private void kind(Random random, SqliteDatabase.Work<Integer> work) {
        switch (random.nextInt(10)) {
            case 0 -> database.writeMuch(work);
            case 1, 2 -> database.writeLasting(work);
            default -> database.write(work);
        }
    }

    private static int insert(Connection connection, long id, int part) throws SQLException {
        return Sql.update(connection, "INSERT INTO kept VALUES (?, ?)", id * 3 + part, part);
    }

    private static long parts(Connection connection, long id) throws SQLException {
        return Sql.number(connection, "SELECT count(*) FROM kept WHERE id BETWEEN ? AND ?", id * 3, id * 3 + 2);
    }

    private Set<Long> kept() {
        List<Long> kept = database.read(
                connection -> Sql.list(connection, row -> row.getLong(1), "SELECT id / 3 FROM kept ORDER BY id"));
        Set<Long> whole = new TreeSet<>(kept);
        assertThat(kept).hasSize(3 * whole.size());
        return whole;
    }

    @Test
    void works_that_wait_for_one_another_are_kept_by_one_commit_and_reach_the_disk_at_once() throws Exception {
        try (Direct direct = new Direct()) {
            CompletableFuture<?> first = direct.held(1, false);
            CompletableFuture<?> second = direct.start(connection -> insert(connection, 2, 0), Keeping.LASTING);
            direct.release();
            CompletableFuture.allOf(first, second).get(1, TimeUnit.MINUTES);
            assertThat(direct.commits.get()).isEqualTo(1);
            assertThat(direct.forced.get()).isEqualTo(1);
        }
        assertThat(rows()).containsExactly(3L, 6L);
    }

    @Test
    void a_work_that_changes_much_begins_a_transaction_of_its_own() throws Exception {
        try (Direct direct = new Direct()) {
            CompletableFuture<?> first = direct.held(1, false);
            CompletableFuture<?> second = direct.start(connection -> insert(connection, 2, 0), Keeping.ALONE);
            direct.release();
            CompletableFuture.allOf(first, second).get(1, TimeUnit.MINUTES);
            assertThat(direct.commits.get()).isEqualTo(2);
        }
        assertThat(rows()).containsExactly(3L, 6L);
    }

    @Test
    void a_work_that_comes_after_two_that_change_much_waits_for_one_of_them() throws Exception {
        List<Long> order = Collections.synchronizedList(new ArrayList<>());
        try (Direct direct = new Direct()) {
            CompletableFuture<?> first = direct.held(1, false);
            List<CompletableFuture<?>> all = new ArrayList<>(List.of(first));
            for (long id : new long[] {2, 3, 4}) {
                Keeping keeping = id == 4 ? Keeping.LASTING : Keeping.ALONE;
                all.add(direct.next(
                        connection -> {
                            order.add(id);
                            return insert(connection, id, 0);
                        },
                        keeping));
            }
            direct.release();
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(1, TimeUnit.MINUTES);
        }
        assertThat(order.indexOf(4L)).isLessThan(2);
        assertThat(rows()).containsExactly(3L, 6L, 9L, 12L);
    }

    @Test
    void a_work_that_fails_behind_others_undoes_nothing_of_theirs_and_what_it_made_the_connection_remember()
            throws Exception {
        try (Direct direct = new Direct()) {
            CompletableFuture<?> first = direct.held(1, false);
            CompletableFuture<?> failing = direct.start(
                    connection -> {
                        insert(connection, 2, 0);
                        assertThat(count(connection)).isEqualTo(2);
                        throw new IllegalStateException("on purpose");
                    },
                    Keeping.SHARED);
            direct.release();
            first.get(1, TimeUnit.MINUTES);
            assertThatThrownBy(() -> failing.get(1, TimeUnit.MINUTES)).hasRootCauseMessage("on purpose");
            assertThat(direct.start(GroupCommitTest::count, Keeping.SHARED).get(1, TimeUnit.MINUTES))
                    .isEqualTo(1L);
        }
        assertThat(rows()).containsExactly(3L);
    }

    @Test
    void when_the_first_work_fails_those_behind_it_are_kept() throws Exception {
        try (Direct direct = new Direct()) {
            CompletableFuture<?> failing = direct.held(1, true);
            CompletableFuture<?> second = direct.start(connection -> insert(connection, 2, 0), Keeping.LASTING);
            direct.release();
            second.get(1, TimeUnit.MINUTES);
            assertThatThrownBy(() -> failing.get(1, TimeUnit.MINUTES)).hasRootCauseMessage("on purpose");
        }
        assertThat(rows()).containsExactly(6L);
    }

    @Test
    void when_the_engine_undoes_everything_by_itself_everybody_is_told() throws Exception {
        try (Direct direct = new Direct()) {
            CompletableFuture<?> first = direct.held(1, false);
            CompletableFuture<?> failing = direct.start(
                    connection -> Sql.update(connection, "INSERT OR ROLLBACK INTO kept VALUES (3, 0)"), Keeping.SHARED);
            direct.release();
            assertThatThrownBy(() -> failing.get(1, TimeUnit.MINUTES)).hasRootCauseInstanceOf(SQLException.class);
            assertThatThrownBy(() -> first.get(1, TimeUnit.MINUTES)).hasRootCauseInstanceOf(SQLException.class);
            direct.start(connection -> insert(connection, 4, 0), Keeping.SHARED).get(1, TimeUnit.MINUTES);
        }
        assertThat(rows()).containsExactly(12L);
    }

    private List<Long> rows() {
        return database.read(
                connection -> Sql.list(connection, row -> row.getLong(1), "SELECT id FROM kept ORDER BY id"));
    }

    private static long count(Connection connection) throws SQLException {
        return PreparedStatements.remembered(
                connection, "kept", () -> Sql.number(connection, "SELECT count(*) FROM kept"));
    }

    /** A connection of its own whose commits are counted. */
    private final class Direct implements AutoCloseable {

        private final AtomicInteger commits = new AtomicInteger();
        private final AtomicInteger forced = new AtomicInteger();
        private final CountDownLatch go = new CountDownLatch(1);
        private final ReentrantLock lock = new ReentrantLock(true);
        private final Connection connection = SqliteDatabase.connect(file, false);
        private final GroupCommit groups =
                new GroupCommit(connection, lock, forced::incrementAndGet, commits::incrementAndGet);

        private Direct() throws SQLException {}

        /** Begins a work that does not end before {@link #release}. */
        private CompletableFuture<?> held(long id, boolean fails) throws InterruptedException {
            CountDownLatch begun = new CountDownLatch(1);
            CompletableFuture<?> work = start(
                    writer -> {
                        insert(writer, id, 0);
                        begun.countDown();
                        awaitGo();
                        if (fails) {
                            throw new IllegalStateException("on purpose");
                        }
                        return null;
                    },
                    Keeping.SHARED);
            begun.await();
            return work;
        }

        private void awaitGo() {
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** As {@link #start}; returns when the work waits. */
        private CompletableFuture<?> next(SqliteDatabase.Work<?> work, Keeping keeping) throws InterruptedException {
            CompletableFuture<Object> answer = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                try {
                    answer.complete(groups.write(work, keeping));
                } catch (SQLException e) {
                    answer.completeExceptionally(e);
                }
            });
            thread.start();
            while (thread.getState() != Thread.State.WAITING) {
                Thread.sleep(1);
            }
            return answer;
        }

        private <T> CompletableFuture<T> start(SqliteDatabase.Work<T> work, Keeping keeping) {
            return CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return groups.write(work, keeping);
                        } catch (SQLException e) {
                            throw new CompletionException(e);
                        }
                    },
                    threads);
        }

        private void release() {
            while (!lock.hasQueuedThreads()) {
                Thread.onSpinWait();
            }
            go.countDown();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
