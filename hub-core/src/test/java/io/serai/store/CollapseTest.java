package io.serai.store;

import static io.serai.store.MatchingHome.CUSTOMERS;
import static io.serai.store.MatchingHome.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.identity.IdentityRules;
import io.serai.profile.CollapseException;
import io.serai.profile.MergeGuard;
import io.serai.record.SourceRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of some size, and a value that too many share. */
class CollapseTest {

    private static final int PEOPLE = 20_000;
    private static final int PAGE = 4_000;

    @TempDir
    private Path folder;

    @AutoClose
    private MatchingHome home;

    @BeforeEach
    void open() {
        IdentityRules identifiersAlone = new IdentityRules(MatchingHome.RULES.identifiers(), Optional.empty(), 1);
        home = new MatchingHome(folder.resolve("hub.db"), identifiersAlone);
    }

    /** One run over everybody, in pages. */
    private void run(MergeGuard guard, IntFunction<String> email) {
        for (int from = 0; from < PEOPLE; from += PAGE) {
            home.ingest.page(CUSTOMERS, page(from, from + PAGE, email), null, guard);
        }
    }

    private static List<SourceRecord> page(int from, int to, IntFunction<String> email) {
        List<SourceRecord> page = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String born = "19" + (40 + i % 60) + "-01-17";
            page.add(person("" + i, "First" + i, "Last" + i, born, null, null, null, email.apply(i)));
        }
        return page;
    }

    private static MergeGuard guard() {
        return new MergeGuard(MergeGuard.USUAL, "hub sync crm --allow-merges");
    }

    private long people() {
        return home.number("SELECT count(*) FROM profile WHERE live = 1");
    }

    @Test
    void one_junk_value_on_a_tenth_of_all_profiles_merges_nobody() {
        run(guard(), i -> null);
        run(guard(), i -> i % 10 == 0 ? "front@branch.org" : null);
        assertThat(people()).isEqualTo(PEOPLE);
        assertThat(home.number("SELECT count(*) FROM identity_event")).isZero();
        assertThat(home.number("SELECT count(*) FROM signature_identifier WHERE value = 'front@branch.org'"))
                .isEqualTo(PEOPLE / 10);
    }

    @Test
    void a_run_that_would_merge_more_than_one_of_a_hundred_stops_and_keeps_nothing_of_the_page() {
        run(guard(), i -> null);
        long version = home.number("SELECT max(version) FROM profile");
        List<SourceRecord> couples = page(0, 500, i -> "e" + i / 2 + "@x.org");
        assertThatThrownBy(() -> home.ingest.page(CUSTOMERS, couples, null, guard()))
                .isInstanceOf(CollapseException.class)
                .hasMessageContaining("250 of 20,000 profiles")
                .hasMessageContaining("hub sync crm --allow-merges");
        assertThat(people()).isEqualTo(PEOPLE);
        assertThat(home.number("SELECT max(version) FROM profile")).isEqualTo(version);
        assertThat(home.number("SELECT count(*) FROM record WHERE payload LIKE '%@x.org%'"))
                .isZero();
        assertThat(home.number("SELECT count(*) FROM identity_event")).isZero();
    }
}
