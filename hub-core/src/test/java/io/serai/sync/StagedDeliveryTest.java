package io.serai.sync;

import static io.serai.sync.SyncHome.contact;
import static io.serai.sync.SyncHome.options;
import static io.serai.sync.SyncHome.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.spi.ConnectorException;
import io.serai.spi.Mutation;
import io.serai.spi.Outcome;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedDeliveryTest {

    @TempDir
    private Path folder;

    @AutoClose
    private SyncHome home;

    private final MemoryStagedSink file = new MemoryStagedSink();

    @BeforeEach
    void open() {
        home = new SyncHome(folder);
    }

    @Test
    void people_count_as_sent_when_the_destination_has_committed() {
        home.keepPeople(1, 5);
        Counts[] before = new Counts[1];
        file.beforeCommit = () -> before[0] = home.runs.list(null, 1).get(0).counts();
        RunView run = home.push(file, options(Mode.MIRROR));
        assertThat(before[0]).isEqualTo(Counts.ofPush(5, 0, 0, 0, 0));
        assertThat(run.counts()).isEqualTo(Counts.ofPush(5, 5, 0, 0, 0));
        assertThat(file.visible).hasSize(5);
        assertThat(home.push(file, options(Mode.MIRROR)).counts()).isEqualTo(Counts.NONE);
        assertThat(file.commits).isEqualTo(1);
    }

    @Test
    void a_commit_that_fails_leaves_everybody_due() {
        home.keepPeople(1, 3);
        file.beforeCommit = () -> {
            throw new ConnectorException(ConnectorException.Kind.TRANSIENT, "the disk is full");
        };
        RunView run = home.push(file, options(Mode.MIRROR));
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.counts()).isEqualTo(Counts.ofPush(3, 0, 0, 3, 0));
        assertThat(run.message()).contains("the disk is full");
        file.beforeCommit = () -> {};
        assertThat(home.push(file, options(Mode.MIRROR)).counts()).isEqualTo(Counts.ofPush(3, 3, 0, 0, 0));
        assertThat(file.visible).hasSize(3);
    }

    @Test
    void a_process_that_dies_between_commit_and_ledger_sends_again_and_nobody_is_there_twice() {
        home.keepPeople(1, 3);
        file.beforeCommit = () -> {
            file.visible.putAll(file.members);
            throw new StackOverflowError("killed");
        };
        Run run = home.runs.start("to-mail", RunRequest.send(Trigger.COMMAND));
        PushSession session = home.begin(run, SyncHome.target(file), options(Mode.MIRROR));
        session.stage(home.everybody());
        org.assertj.core.api.Assertions.assertThatThrownBy(session::complete).isInstanceOf(StackOverflowError.class);
        home.close();
        home = new SyncHome(folder);
        assertThat(home.runs.recover()).isEqualTo(1);
        assertThat(home.runs.get(run.id()).orElseThrow()).satisfies(dead -> {
            assertThat(dead.status()).isEqualTo(RunStatus.INTERRUPTED);
            assertThat(dead.counts()).isEqualTo(Counts.ofPush(3, 0, 0, 3, 0));
        });
        file.beforeCommit = () -> {};
        assertThat(home.push(file, options(Mode.MIRROR)).counts()).isEqualTo(Counts.ofPush(3, 3, 0, 0, 0));
        assertThat(file.visible).hasSize(3);
    }

    @Test
    void refusals_count_with_the_commit() {
        home.keepPeople(1, 3);
        file.instead = mutation ->
                mutation.match().equals("p2@shop.test") ? new Outcome.Rejected(mutation.id(), "too long") : null;
        RunView run = home.push(file, options(Mode.MIRROR));
        assertThat(run.counts()).isEqualTo(Counts.ofPush(3, 2, 1, 0, 0));
        assertThat(home.rejections.open(run.id())).extracting(Rejection::reason).containsExactly("too long");
        assertThat(home.push(file, options(Mode.MIRROR)).counts()).isEqualTo(Counts.NONE);
    }

    @Test
    void a_destination_that_lost_its_contents_is_filled_anew_in_the_same_run() {
        home.keepPeople(1, 4);
        home.push(file, options(Mode.MIRROR));
        file.lose();
        home.keep(contact(2, "p2@shop.test", "Bea", "granted"), contact(5));
        RunView run = home.push(file, options(Mode.MIRROR));
        assertThat(run.status()).isEqualTo(RunStatus.DONE);
        assertThat(run.counts()).isEqualTo(Counts.ofPush(5, 5, 0, 0, 0));
        assertThat(run.message()).contains("everybody was sent again");
        assertThat(file.keys()).hasSize(5);
        assertThat(file.visible.get("p2@shop.test")).containsEntry("name", "Bea");
        assertThat(file.received)
                .filteredOn(mutation -> mutation.match().equals("p1@shop.test"))
                .extracting(Mutation::previous)
                .allSatisfy(previous -> assertThat(previous).isEmpty());
        assertThat(home.push(file, options(Mode.MIRROR)).counts()).isEqualTo(Counts.NONE);
    }

    @Test
    void a_destination_that_lost_its_contents_is_not_filled_with_people_who_withdrew_consent_meanwhile() {
        file.consent = Optional.of("email");
        home.keepPeople(1, 3);
        home.push(file, options(Mode.MIRROR));
        file.lose();
        home.keep(contact(1, "p1@shop.test", "N1", "denied"), contact(2, "p2@shop.test", "Bea", "granted"));
        Run run = home.runs.start("to-mail", RunRequest.send(Trigger.COMMAND));
        try (PushSession session = home.begin(run, target(file), options(Mode.MIRROR))) {
            session.settled();
            session.changesOnly();
            session.stage(home.everybody().stream()
                    .filter(person -> "Bea".equals(person.get("first_name")))
                    .toList());
            session.complete();
        }
        assertThat(file.keys()).containsExactly("p2@shop.test", "p3@shop.test");
    }

    @Test
    void a_changed_key_moves_the_row() {
        home.keepPeople(1, 2);
        home.push(file, options(Mode.MIRROR));
        home.keep(contact(2, "bea@shop.test", "N2", "granted"));
        assertThat(home.push(file, options(Mode.MIRROR)).counts()).isEqualTo(Counts.ofPush(2, 2, 0, 0, 0));
        assertThat(file.keys()).containsExactly("bea@shop.test", "p1@shop.test");
        assertThat(home.push(file, options(Mode.MIRROR)).counts()).isEqualTo(Counts.NONE);
    }
}
