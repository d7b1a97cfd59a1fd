package io.serai.sync;

import static io.serai.sync.SyncHome.contact;
import static io.serai.sync.SyncHome.options;
import static io.serai.sync.SyncHome.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.spi.ConnectorException;
import io.serai.spi.Op;
import io.serai.spi.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushTroubleTest {

    @TempDir
    private Path folder;

    @AutoClose
    private SyncHome home;

    private final MemorySink mail = new MemorySink();

    @BeforeEach
    void open() {
        home = new SyncHome(folder);
    }

    @Test
    void a_deferred_person_stays_due_and_keeps_the_mutation_id() {
        home.keepPeople(1, 2);
        mail.instead = mutation ->
                mutation.match().equals("p2@shop.test") ? new Outcome.Deferred(mutation.id(), "locked") : null;
        assertThat(home.push(mail, options(Mode.UPSERT)).counts()).isEqualTo(Counts.ofPush(2, 1, 0, 1, 0));
        mail.instead = mutation -> null;
        assertThat(home.push(mail, options(Mode.UPSERT)).counts()).isEqualTo(Counts.ofPush(1, 1, 0, 0, 0));
        assertThat(mail.received.get(2).id()).isEqualTo(mail.received.get(1).id());
    }

    @Test
    void a_lost_answer_is_sent_again_and_leaves_one_person_there() {
        home.keepPeople(1, 2);
        boolean[] lost = {false};
        mail.answer = (batch, outcomes) -> {
            if (!lost[0]) {
                lost[0] = true;
                throw new ConnectorException(ConnectorException.Kind.TRANSIENT, "the connection broke");
            }
            return outcomes;
        };
        RunView run = home.push(mail, options(Mode.UPSERT));
        assertThat(run.counts()).isEqualTo(Counts.ofPush(2, 2, 0, 0, 0));
        assertThat(mail.members).hasSize(2);
        assertThat(mail.received.get(2).id()).isEqualTo(mail.received.get(0).id());
    }

    @Test
    void a_person_who_moved_before_a_lost_answer_was_found_out_is_not_there_twice() {
        home.keepPeople(1, 1);
        mail.answer = (batch, outcomes) -> {
            throw new ConnectorException(ConnectorException.Kind.TRANSIENT, "the connection broke");
        };
        home.push(mail, options(Mode.MIRROR));
        home.keep(contact(1, "moved@shop.test", "N1", "granted"));
        mail.answer = (batch, outcomes) -> outcomes;
        home.push(mail, options(Mode.MIRROR));
        assertThat(mail.members).containsOnlyKeys("moved@shop.test");
    }

    @Test
    void a_process_that_dies_while_it_delivers_does_not_trust_what_it_had_not_written_down() {
        home.keepPeople(1, 2);
        home.push(mail, options(Mode.MIRROR));
        mail.answer = (batch, outcomes) -> {
            throw new StackOverflowError("killed");
        };
        List<Map<String, Object>> one = home.everybody().subList(0, 1);
        Run run = home.runs.start("to-mail", RunRequest.send(Trigger.COMMAND));
        PushSession session = home.begin(run, target(mail), options(Mode.MIRROR));
        session.stage(one);
        assertThatThrownBy(session::complete).isInstanceOf(StackOverflowError.class);
        home.close();
        home = new SyncHome(folder);
        home.runs.recover();
        mail.answer = (batch, outcomes) -> outcomes;
        home.push(mail, options(Mode.MIRROR));
        assertThat(mail.members)
                .as("the second person came back before the crash was known")
                .hasSize(2);
    }

    @Test
    void a_destination_that_stays_away_fails_the_run_and_everybody_stays_due() {
        home.keepPeople(1, 9);
        mail.answer = (batch, outcomes) -> {
            throw new ConnectorException(ConnectorException.Kind.TRANSIENT, "mail.example does not answer");
        };
        RunView run = home.push(mail, options(Mode.UPSERT));
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.counts()).isEqualTo(Counts.ofPush(9, 0, 0, 9, 0));
        assertThat(run.message()).contains("mail.example does not answer").contains("stay due");
        assertThat(mail.batches).hasSize(6);
        mail.answer = (batch, outcomes) -> outcomes;
        assertThat(home.push(mail, options(Mode.UPSERT)).counts()).isEqualTo(Counts.ofPush(9, 9, 0, 0, 0));
    }

    @Test
    void one_batch_that_fails_is_deferred_and_the_others_arrive() {
        home.keepPeople(1, 5);
        mail.answer = (batch, outcomes) -> {
            if (batch.get(0).match().equals("p3@shop.test")) {
                throw new ConnectorException(ConnectorException.Kind.TRANSIENT, "busy");
            }
            return outcomes;
        };
        RunView run = home.push(mail, options(Mode.UPSERT));
        assertThat(run.counts()).isEqualTo(Counts.ofPush(5, 3, 0, 2, 0));
        assertThat(run.status()).isEqualTo(RunStatus.DONE);
    }

    @Test
    void a_connector_that_gives_no_answer_for_one_person_defers_that_person() {
        home.keepPeople(1, 2);
        mail.answer = (batch, outcomes) -> outcomes.subList(0, 1);
        RunView run = home.push(mail, options(Mode.UPSERT));
        assertThat(run.counts()).isEqualTo(Counts.ofPush(2, 1, 0, 1, 0));
        assertThat(home.plans.rows(1, PlanRow.State.DEFERRED, -1, 0, 10))
                .extracting(PlanRow::reason)
                .containsExactly("the connector gave no answer");
    }

    @Test
    void a_connector_that_answers_twice_is_named_as_the_culprit() {
        home.keepPeople(1, 2);
        mail.answer = (batch, outcomes) -> List.of(outcomes.get(0), outcomes.get(0));
        RunView run = home.push(mail, options(Mode.UPSERT));
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.message()).contains("connector of \"mail\"").contains("bug of the connector");
        assertThat(run.counts()).isEqualTo(Counts.ofPush(2, 0, 0, 2, 0));
    }

    @Test
    void a_connector_that_throws_anything_else_is_named_as_the_culprit() {
        home.keepPeople(1, 3);
        mail.answer = (batch, outcomes) -> {
            throw new IllegalStateException("secret-token in here");
        };
        RunView run = home.push(mail, options(Mode.UPSERT));
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.message()).contains("bug of the connector").doesNotContain("secret-token");
        assertThat(run.counts()).isEqualTo(Counts.ofPush(3, 0, 0, 3, 0));
    }

    @Test
    void a_retry_that_comes_while_others_are_sent_is_not_forgotten() {
        home.keepPeople(1, 3);
        mail.instead = mutation ->
                mutation.match().equals("p2@shop.test") ? new Outcome.Rejected(mutation.id(), "looks fake") : null;
        home.pushAsStored(target(mail), options(Mode.UPSERT));
        mail.instead = mutation -> null;
        home.keep(contact(1, "p1@shop.test", "Ann", "granted"));
        mail.before = () -> home.ledger.retry(home.ledger.sync("to-mail", SyncHome.MAIL), List.of(home.person(2)));
        assertThat(home.pushAsStored(target(mail), options(Mode.UPSERT)).counts())
                .isEqualTo(Counts.ofPush(1, 1, 0, 0, 0));
        mail.before = () -> {};
        assertThat(home.pushAsStored(target(mail), options(Mode.UPSERT)).counts())
                .isEqualTo(Counts.ofPush(1, 1, 0, 0, 0));
        assertThat(mail.members).containsKey("p2@shop.test");
    }

    @Test
    void who_left_under_one_match_value_and_did_not_arrive_under_another_is_sent_again() {
        home.keepPeople(1, 3);
        home.pushAsStored(target(mail), options(Mode.MIRROR));
        home.keep(contact(2, "new@shop.test", "N2", "granted"));
        mail.instead = mutation -> mutation.op() == Op.UPSERT ? new Outcome.Deferred(mutation.id(), "later") : null;
        assertThat(home.pushAsStored(target(mail), options(Mode.MIRROR)).counts())
                .isEqualTo(Counts.ofPush(2, 1, 0, 1, 0));
        mail.instead = mutation -> null;
        assertThat(home.pushAsStored(target(mail), options(Mode.MIRROR)).counts())
                .isEqualTo(Counts.ofPush(1, 1, 0, 0, 0));
        assertThat(mail.members).containsOnlyKeys("p1@shop.test", "new@shop.test", "p3@shop.test");
    }
}
