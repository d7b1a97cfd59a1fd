package io.serai.sync;

import static io.serai.sync.SyncHome.OPEN;
import static io.serai.sync.SyncHome.contact;
import static io.serai.sync.SyncHome.options;
import static io.serai.sync.SyncHome.target;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A push that asks how certain it is that a person is one person. */
class CertaintyTest {

    @TempDir
    private Path folder;

    @AutoClose
    private SyncHome home;

    private final MemorySink mail = new MemorySink();

    @BeforeEach
    void three_people() {
        home = new SyncHome(folder);
        home.keepPeople(1, 3);
    }

    private static PushOptions asking(Mode mode, double certainty) {
        return new PushOptions(mode, mode.onLeave(), Optional.empty(), Optional.empty(), certainty, OPEN);
    }

    private void certainty(int person, double certainty) throws SQLException {
        long profile = home.person(person);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + home.file);
                var update = connection.prepareStatement("UPDATE profile SET certainty = ? WHERE id = ?")) {
            update.setDouble(1, certainty);
            update.setLong(2, profile);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private List<String> held(RunView run) {
        return new Plans(home.plans)
                .held(run.id(), 100).stream().map(PlanRow::reason).toList();
    }

    @Test
    void a_person_who_may_be_two_is_held_with_the_reason_and_counted() throws SQLException {
        certainty(2, 0.9934567);
        RunView run = home.push(mail, asking(Mode.UPSERT, 0.999));
        assertThat(run.counts()).isEqualTo(Counts.ofPush(3, 2, 0, 0, 1));
        assertThat(mail.members).containsOnlyKeys("p1@shop.test", "p3@shop.test");
        assertThat(held(run)).containsExactly("its weakest link has certainty 0.993; this push asks for 0.999");
    }

    @Test
    void a_push_that_does_not_ask_holds_nobody() throws SQLException {
        certainty(2, 0.5);
        assertThat(home.push(mail, options(Mode.UPSERT)).counts()).isEqualTo(Counts.ofPush(3, 3, 0, 0, 0));
    }

    @Test
    void exactly_as_certain_as_asked_is_enough_and_a_little_less_never_reads_as_enough() throws SQLException {
        certainty(1, 0.999);
        certainty(2, 0.99899999999);
        RunView run = home.push(mail, asking(Mode.UPSERT, 0.999));
        assertThat(run.counts()).isEqualTo(Counts.ofPush(3, 2, 0, 0, 1));
        assertThat(held(run)).containsExactly("its weakest link has certainty 0.998; this push asks for 0.999");
    }

    @Test
    void whoever_is_at_the_destination_and_became_less_certain_is_held_and_not_removed() throws SQLException {
        home.push(mail, asking(Mode.MIRROR, 0.999));
        home.keep(contact(2, "p2@shop.test", "Bea", "granted"));
        certainty(2, 0.95);
        RunView run = home.push(mail, asking(Mode.MIRROR, 0.999));
        assertThat(run.counts()).isEqualTo(Counts.ofPush(1, 0, 0, 0, 1));
        assertThat(mail.members).hasSize(3);
        assertThat(mail.members.get("p2@shop.test")).containsEntry("name", "N2");
        certainty(2, 1);
        assertThat(home.push(mail, asking(Mode.MIRROR, 0.999)).counts()).isEqualTo(Counts.ofPush(1, 1, 0, 0, 0));
        assertThat(mail.members.get("p2@shop.test")).containsEntry("name", "Bea");
    }

    @Test
    void a_new_address_of_an_uncertain_person_neither_arrives_nor_takes_the_old_one_away() throws SQLException {
        home.push(mail, asking(Mode.MIRROR, 0.999));
        home.keep(contact(2, "moved@shop.test", "N2", "granted"));
        certainty(2, 0.95);
        assertThat(home.push(mail, asking(Mode.MIRROR, 0.999)).counts()).isEqualTo(Counts.ofPush(1, 0, 0, 0, 1));
        assertThat(mail.members).containsOnlyKeys("p1@shop.test", "p2@shop.test", "p3@shop.test");
    }

    @Test
    void an_uncertain_person_who_leaves_or_objects_is_removed_all_the_same() throws SQLException {
        home.push(mail, asking(Mode.MIRROR, 0.999));
        certainty(2, 0.95);
        certainty(3, 0.95);
        home.keep(contact(3, "p3@shop.test", "N3", "denied"));
        RunView run = home.push(
                "to-mail",
                RunRequest.send(Trigger.COMMAND),
                target(mail),
                new PushOptions(Mode.MIRROR, OnLeave.REMOVE, Optional.empty(), Optional.of("email"), 0.999, OPEN),
                List.of(home.everybody().get(0), home.everybody().get(2)));
        assertThat(run.counts().sent()).isEqualTo(2);
        assertThat(mail.members).containsOnlyKeys("p1@shop.test");
    }

    @Test
    void certainty_is_asked_again_when_a_reviewed_plan_is_applied() throws SQLException {
        home.push(
                mail,
                new PushOptions(
                        Mode.UPSERT,
                        OnLeave.NOTHING,
                        Optional.empty(),
                        Optional.empty(),
                        0.999,
                        new Guards(1, 1, true)));
        certainty(2, 0.95);
        RunView applied = home.apply(1, mail);
        assertThat(applied.counts()).isEqualTo(Counts.ofPush(3, 2, 0, 0, 1));
        assertThat(mail.members).containsOnlyKeys("p1@shop.test", "p3@shop.test");
    }
}
