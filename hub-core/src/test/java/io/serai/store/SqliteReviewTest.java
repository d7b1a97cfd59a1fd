package io.serai.store;

import static io.serai.store.MatchingHome.CONTACTS;
import static io.serai.store.MatchingHome.CUSTOMERS;
import static io.serai.store.MatchingHome.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.profile.NoSuchReviewException;
import io.serai.profile.Review;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteReviewTest {

    @TempDir
    private Path folder;

    @AutoClose
    private MatchingHome home;

    /** Two contacts, of whom a profile may have only one, who are otherwise the same. */
    @BeforeEach
    void twoWhoMayBeOne() {
        home = new MatchingHome(folder.resolve("hub.db"));
        home.put(CONTACTS, person("1", "Ann", "Zebrowski", "1980-02-17", "12 Mill Lane", "LS1 4AB", "Leeds"));
        home.put(CONTACTS, person("2", "Ann", "Zebrowski", "1980-02-17", "12 Mill Lane", "LS1 4AB", "Leeds"));
    }

    private Review only() {
        List<Review> reviews = home.desk.reviews(10);
        assertThat(reviews).hasSize(1);
        return reviews.get(0);
    }

    @Test
    void a_pair_that_a_limit_keeps_apart_waits_for_a_person() {
        Review review = only();
        assertThat(List.of(review.left(), review.right()))
                .containsExactlyInAnyOrder(home.profileOf("crm", "1"), home.profileOf("crm", "2"));
        assertThat(review.leftRecord()).isEqualTo("crm/contacts 1");
        assertThat(review.rightRecord()).isEqualTo("crm/contacts 2");
        assertThat(review.probability()).isGreaterThan(.99);
        assertThat(review.reason()).contains("more crm_id than one profile may");
        assertThat(review.evidence()).extracting("agreement").contains("same");
        assertThat(review.evidence().get(0).bits())
                .isGreaterThanOrEqualTo(review.evidence().get(1).bits());
    }

    @Test
    void an_accepted_pair_is_one_person_for_ever() {
        long profile = home.desk.accept(only().id());
        assertThat(profile).isEqualTo(home.profileOf("crm", "1")).isEqualTo(home.profileOf("crm", "2"));
        assertThat(home.desk.reviews(10)).isEmpty();
        assertThat(home.decimal("SELECT certainty FROM profile WHERE id = ?", profile))
                .isEqualTo(1.0);
        home.desk.resolve();
        assertThat(home.partition()).hasSize(1);
    }

    @Test
    void a_rejected_pair_is_two_people_for_ever_and_nobody_is_asked_again() {
        home.desk.reject(only().id());
        assertThat(home.desk.reviews(10)).isEmpty();
        home.put(CUSTOMERS, person("A", "Ann", "Zebrowski", "1980-02-17", "12 Mill Lane", "LS1 4AB", "Leeds"));
        home.desk.resolve();
        assertThat(home.profileOf("crm", "1")).isNotEqualTo(home.profileOf("crm", "2"));
        assertThat(home.desk.reviews(10)).isEmpty();
    }

    @Test
    void a_pair_that_was_decided_or_is_gone_waits_no_longer() {
        long review = only().id();
        home.desk.accept(review);
        assertThatThrownBy(() -> home.desk.accept(review))
                .isInstanceOf(NoSuchReviewException.class)
                .hasMessageContaining("was accepted already");
        assertThatThrownBy(() -> home.desk.reject(99)).isInstanceOf(NoSuchReviewException.class);
    }

    @Test
    void a_pair_whose_records_say_something_else_waits_no_longer() {
        home.put(CONTACTS, person("2", "Zoe", "Kaya", "1999-12-31", "4 High Street", "BA1 1AA", "Bath"));
        assertThat(home.desk.reviews(10)).isEmpty();
        home.put(CONTACTS, person("2", "Ann", "Zebrowski", "1980-02-17", "12 Mill Lane", "LS1 4AB", "Leeds"));
        only();
    }
}
