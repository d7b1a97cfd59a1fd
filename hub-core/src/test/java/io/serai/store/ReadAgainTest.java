package io.serai.store;

import static io.serai.store.MatchingHome.CONTACTS;
import static io.serai.store.MatchingHome.CUSTOMERS;
import static io.serai.store.MatchingHome.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.record.SourceRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that are read again say what they said, and said it when they did. */
class ReadAgainTest {

    /** A day later whenever it is asked. */
    private static final class Calendar extends Clock {
        private Instant day = Instant.parse("2026-01-01T12:00:00Z");

        @Override
        public Instant instant() {
            day = day.plus(Duration.ofDays(1));
            return day;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(day, zone);
        }
    }

    @TempDir
    private Path folder;

    @AutoClose
    private MatchingHome home;

    @BeforeEach
    void open() {
        home = new MatchingHome(folder.resolve("hub.db"), MatchingHome.rules(1), true, new Calendar());
        home.put(CONTACTS, person("k3", "Bob", "Kaya", "1980-01-01", "1 Hill Road", "LS2 4AB", "Hull", "bob@x.org"));
        home.put(CUSTOMERS, ann("k2", "York"));
        home.put(CONTACTS, ann("k1", "Leeds"));
    }

    private static SourceRecord ann(String key, String city) {
        return person(key, "Ann", "Smith", "1970-02-03", "1 Mill Lane", "LS1 4AB", city, "ann@x.org");
    }

    private String city() {
        long profile = home.profileOf("shop", "k2");
        return home.database
                .read(connection -> new TraitTable(connection).load(List.of(profile)))
                .get(profile)
                .get("city")
                .toString();
    }

    @Test
    void the_most_recent_value_stays_the_one_that_came_last() {
        assertThat(city()).isEqualTo("Leeds");
        home.ingest.rederive();
        assertThat(city()).isEqualTo("Leeds");
    }

    @Test
    void records_and_what_they_say_keep_their_times() {
        long records = home.number("SELECT sum(changed) FROM record");
        long signatures = home.number("SELECT sum(changed) FROM signature WHERE records > 0");
        home.ingest.rederive();
        assertThat(home.number("SELECT sum(changed) FROM record")).isEqualTo(records);
        assertThat(home.number("SELECT sum(changed) FROM signature WHERE records > 0"))
                .isEqualTo(signatures);
    }

    @Test
    void who_is_said_to_be_as_before_is_not_touched() {
        SqliteProfiles profiles = new SqliteProfiles(home.database);
        long version = profiles.version();
        home.ingest.rederive();
        assertThat(profiles.touched(version, profiles.version(), 0, 10)).isEmpty();
        home.put(CUSTOMERS, ann("k2", "Hull"));
        assertThat(city()).isEqualTo("Hull");
        assertThat(profiles.touched(version, profiles.version(), 0, 10)).containsExactly(home.profileOf("shop", "k2"));
    }
}
