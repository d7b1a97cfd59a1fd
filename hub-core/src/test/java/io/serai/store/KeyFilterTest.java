package io.serai.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilterTest {

    private static final long[] KNOWN = new Random(1).longs(20_000).toArray();
    private static final long[] OTHERS = new Random(2).longs(20_000).toArray();

    @TempDir
    private Path folder;

    @Test
    void what_the_tree_has_is_never_denied_however_far_it_was_read() {
        in(connection -> {
            KeyFilter filter = KeyFilter.forSome(KNOWN.length);
            for (int part = 0; part < 180; part++) {
                assertThat(Arrays.stream(KNOWN).filter(filter::mayHave).count()).isEqualTo(KNOWN.length);
                filter.readOn(connection, 1);
            }
        });
    }

    @Test
    void most_of_what_the_tree_does_not_have_is_denied_once_it_was_read() {
        in(connection -> {
            KeyFilter filter = KeyFilter.forSome(KNOWN.length);
            assertThat(Arrays.stream(OTHERS).filter(filter::mayHave).count()).isEqualTo(OTHERS.length);
            filter.readOn(connection, 1000);
            assertThat(Arrays.stream(OTHERS).filter(filter::mayHave).count()).isLessThan(OTHERS.length / 10);
            filter.add(OTHERS[0]);
            assertThat(filter.mayHave(OTHERS[0])).isTrue();
        });
    }

    @Test
    void a_key_on_more_signatures_than_are_read_at_a_time_holds_nothing_up() {
        in(connection -> {
            Sql.update(
                    connection,
                    "WITH n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
                            + " INSERT INTO match_key (key, signature_id) SELECT ?, 50000 + i FROM n",
                    Long.MIN_VALUE + 7);
            KeyFilter filter = KeyFilter.forSome(KNOWN.length);
            for (int part = 0; part < 180; part++) {
                filter.readOn(connection, 1);
            }
            assertThat(Arrays.stream(OTHERS).filter(filter::mayHave).count()).isLessThan(OTHERS.length / 10);
        });
    }

    @Test
    void what_is_too_much_for_the_heap_is_not_filtered() {
        in(connection -> {
            KeyFilter filter = KeyFilter.forSome(Runtime.getRuntime().maxMemory() * 8);
            filter.add(OTHERS[0]);
            filter.readOn(connection, 1000);
            assertThat(filter.mayHave(OTHERS[1])).isTrue();
        });
    }

    private interface Work {
        void with(Connection connection) throws SQLException;
    }

    private void in(Work work) {
        try (SqliteDatabase database = SqliteDatabase.openForWriting(folder.resolve("hub.db"), "test")) {
            database.write(connection -> {
                try (Batch batch = new Batch(connection, "INSERT INTO match_key (key, signature_id) VALUES (?, ?)")) {
                    for (int i = 0; i < KNOWN.length; i++) {
                        batch.add(KNOWN[i], (long) i);
                    }
                    batch.flush();
                }
                work.with(connection);
                return null;
            });
        }
    }
}
