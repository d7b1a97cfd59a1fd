package io.serai.sync;

import static io.serai.sync.SyncHome.contact;
import static io.serai.sync.SyncHome.options;
import static io.serai.sync.SyncHome.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.spi.ConnectorException;
import io.serai.spi.Mutation;
import io.serai.spi.Op;
import io.serai.spi.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushTest {

    @AutoClose
    private final SyncHome home;

    private final MemorySink mail = new MemorySink();

    PushTest(@TempDir Path folder) {
        home = new SyncHome(folder);
    }

    @Test
    void everybody_is_sent_once_and_an_unchanged_sync_sends_nothing() {
        home.keepPeople(1, 5);
        RunView first = home.push(mail, options(Mode.UPSERT));
        assertThat(first.counts()).isEqualTo(Counts.ofPush(5, 5, 0, 0, 0));
        assertThat(first.status()).isEqualTo(RunStatus.DONE);
        assertThat(mail.members).hasSize(5).containsEntry("p3@shop.test", Map.of("key", "p3@shop.test", "name", "N3"));
        assertThat(mail.batches).containsExactly(2, 2, 1);
        mail.forgetWhatCame();
        assertThat(home.push(mail, options(Mode.UPSERT)).counts()).isEqualTo(Counts.NONE);
        assertThat(mail.batches).isEmpty();
    }

    @Test
    void a_plan_says_who_was_sent_while_others_are_still_due() {
        home.keepPeople(1, 5);
        List<List<PlanRow.State>> seen = new ArrayList<>();
        mail.before = () -> seen.add(states(home.plans.list(1).get(0).id()));
        home.push(mail, options(Mode.UPSERT));
        // Of the batch before the last it may not be written down yet.
        assertThat(seen.get(2).subList(0, 2)).containsOnly(PlanRow.State.SENT);
        assertThat(seen.get(2).get(4)).isEqualTo(PlanRow.State.DUE);
        assertThat(states(home.plans.list(1).get(0).id())).hasSize(5).containsOnly(PlanRow.State.SENT);
    }

    private List<PlanRow.State> states(long plan) {
        return home.plans.rows(plan, -1, 0, 100).stream().map(PlanRow::state).toList();
    }

    @Test
    void only_a_changed_person_is_sent_with_what_was_there_before() {
        home.keepPeople(1, 3);
        home.push(mail, options(Mode.UPSERT));
        mail.forgetWhatCame();
        home.keep(contact(2, "p2@shop.test", "Bea", "granted"));
        assertThat(home.push(mail, options(Mode.UPSERT)).counts()).isEqualTo(Counts.ofPush(1, 1, 0, 0, 0));
        Mutation change = mail.received.get(0);
        assertThat(change.fields()).isEqualTo(Map.of("key", "p2@shop.test", "name", "Bea"));
        assertThat(change.previous()).isEqualTo(Map.of("key", "p2@shop.test", "name", "N2"));
        assertThat(List.copyOf(change.fields().keySet())).containsExactly("key", "name");
    }

    @Test
    void insert_adds_people_and_leaves_them_as_they_are_afterwards() {
        home.keepPeople(1, 2);
        home.push(mail, options(Mode.INSERT));
        home.keep(contact(2, "p2@shop.test", "Bea", "granted"), contact(3));
        assertThat(home.push(mail, options(Mode.INSERT)).counts()).isEqualTo(Counts.ofPush(1, 1, 0, 0, 0));
        assertThat(mail.ops()).containsOnly(Op.INSERT);
        assertThat(mail.members.get("p2@shop.test")).containsEntry("name", "N2");
    }

    @Test
    void update_changes_people_whom_the_destination_has_and_removes_nobody_it_did_not_add() {
        home.keepPeople(1, 2);
        mail.members.put("p1@shop.test", new java.util.TreeMap<>(Map.of("vip", true)));
        RunView run = home.push(mail, options(Mode.UPDATE, OnLeave.REMOVE, null));
        assertThat(run.counts()).isEqualTo(Counts.ofPush(2, 1, 1, 0, 0));
        assertThat(mail.members).containsOnlyKeys("p1@shop.test");
        RunView gone = home.push(
                "to-mail",
                RunRequest.send(Trigger.COMMAND),
                target(mail),
                options(Mode.UPDATE, OnLeave.REMOVE, null),
                home.everybody().subList(1, 2));
        assertThat(gone.counts()).isEqualTo(Counts.NONE);
        assertThat(mail.members).containsOnlyKeys("p1@shop.test");
    }

    @Test
    void upsert_leaves_people_who_left_and_does_not_send_them_again_when_they_return() {
        home.keepPeople(1, 3);
        home.push(mail, options(Mode.UPSERT));
        assertThat(home.push(
                                "to-mail",
                                RunRequest.send(Trigger.COMMAND),
                                target(mail),
                                options(Mode.UPSERT),
                                home.everybody().subList(0, 2))
                        .counts())
                .isEqualTo(Counts.NONE);
        assertThat(home.push(mail, options(Mode.UPSERT)).counts()).isEqualTo(Counts.NONE);
        assertThat(mail.members).hasSize(3);
    }

    @Test
    void mirror_removes_people_who_left_and_adds_them_again_when_they_return() {
        home.keepPeople(1, 3);
        home.push(mail, options(Mode.MIRROR));
        String firstId = mail.received.get(2).id();
        RunView run = pushFirst(2, options(Mode.MIRROR));
        assertThat(run.counts()).isEqualTo(Counts.ofPush(1, 1, 0, 0, 0));
        assertThat(mail.members).containsOnlyKeys("p1@shop.test", "p2@shop.test");
        mail.forgetWhatCame();
        assertThat(home.push(mail, options(Mode.MIRROR)).counts()).isEqualTo(Counts.ofPush(1, 1, 0, 0, 0));
        assertThat(mail.members).hasSize(3);
        assertThat(mail.received.get(0).id())
                .as("a new add is not mistaken for the old one")
                .isNotEqualTo(firstId);
    }

    @Test
    void archive_puts_people_who_left_out_of_use() {
        home.keepPeople(1, 3);
        home.push(mail, options(Mode.ARCHIVE));
        pushFirst(2, options(Mode.ARCHIVE));
        assertThat(mail.members.get("p3@shop.test")).containsEntry("archived", true);
        assertThat(mail.received.get(3).op()).isEqualTo(Op.ARCHIVE);
    }

    @Test
    void untag_takes_the_tag_off_people_who_left() {
        home.keepPeople(1, 3);
        home.push(mail, options(Mode.UPSERT, OnLeave.UNTAG, "vip"));
        assertThat(mail.members.get("p3@shop.test")).containsEntry("tag", "vip");
        pushFirst(2, options(Mode.UPSERT, OnLeave.UNTAG, "vip"));
        assertThat(mail.members.get("p3@shop.test")).doesNotContainKey("tag").containsEntry("name", "N3");
        assertThat(mail.members.get("p2@shop.test")).containsEntry("tag", "vip");
    }

    @Test
    void a_person_whom_another_sync_still_holds_is_not_removed_until_that_one_lets_go() {
        home.keepPeople(1, 2);
        home.push("one", RunRequest.send(Trigger.COMMAND), target(mail), options(Mode.MIRROR), home.everybody());
        home.push("two", RunRequest.send(Trigger.COMMAND), target(mail), options(Mode.MIRROR), home.everybody());
        List<Map<String, Object>> first = home.everybody().subList(0, 1);
        RunView kept = home.push("one", RunRequest.send(Trigger.COMMAND), target(mail), options(Mode.MIRROR), first);
        assertThat(kept.counts()).isEqualTo(Counts.NONE);
        assertThat(mail.members).hasSize(2);
        home.push("two", RunRequest.send(Trigger.COMMAND), target(mail), options(Mode.MIRROR), first);
        assertThat(mail.members).containsOnlyKeys("p1@shop.test");
    }

    @Test
    void a_destination_that_cannot_do_what_the_mode_needs_is_refused_before_anything_is_sent() {
        home.keepPeople(1, 2);
        mail.operations = EnumSet.of(Op.UPSERT);
        RunView run = home.push(mail, options(Mode.MIRROR));
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.message())
                .isEqualTo(
                        "\"mail/members\" cannot delete, which on_leave: remove needs. It can: upsert. Nothing was sent.");
        assertThat(mail.received).isEmpty();
    }

    @Test
    void a_rejected_person_is_not_sent_again_until_it_changes() {
        home.keepPeople(1, 3);
        mail.instead = mutation ->
                mutation.fields().get("name").equals("N2") ? new Outcome.Rejected(mutation.id(), "looks fake") : null;
        RunView run = home.push(mail, options(Mode.UPSERT));
        assertThat(run.counts()).isEqualTo(Counts.ofPush(3, 2, 1, 0, 0));
        assertThat(home.rejections.of(run.id(), 10))
                .extracting(Rejection::key, Rejection::reason, Rejection::open)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("p2@shop.test", "looks fake", true));
        assertThat(home.push(mail, options(Mode.UPSERT)).counts()).isEqualTo(Counts.NONE);
        home.keep(contact(2, "p2@shop.test", "Bea", "granted"));
        assertThat(home.push(mail, options(Mode.UPSERT)).counts()).isEqualTo(Counts.ofPush(1, 1, 0, 0, 0));
        assertThat(home.rejections.open(run.id())).isEmpty();
    }

    @Test
    void a_retry_sends_the_refused_again_and_nobody_else() {
        home.keepPeople(1, 4);
        mail.instead = mutation ->
                mutation.match().equals("p2@shop.test") ? new Outcome.Rejected(mutation.id(), "looks fake") : null;
        RunView run = home.push(mail, options(Mode.UPSERT));
        home.keep(contact(3, "p3@shop.test", "Changed", "granted"));
        mail.instead = mutation -> null;
        mail.forgetWhatCame();
        Retry retry = new Retry(home.runs, home.rejections, home.ledger, home.transactions);
        Retry.Work work = retry.prepare(run.id());
        assertThat(work.route()).isEqualTo("to-mail");
        assertThat(work.people()).containsExactly(home.person(2));
        RunView again = home.push(
                "to-mail", RunRequest.retry(work.people()), target(mail), options(Mode.UPSERT), home.everybody());
        assertThat(again.counts()).isEqualTo(Counts.ofPush(1, 1, 0, 0, 0));
        assertThat(mail.received).extracting(Mutation::match).containsExactly("p2@shop.test");
        assertThat(home.rejections.open(run.id())).isEmpty();
    }

    @Test
    void a_person_whose_removal_went_unanswered_is_sent_again_on_return() {
        home.keepPeople(1, 2);
        home.push(mail, options(Mode.MIRROR));
        mail.answer = (batch, outcomes) -> {
            throw new ConnectorException(ConnectorException.Kind.TRANSIENT, "the connection broke");
        };
        assertThat(pushFirst(1, options(Mode.MIRROR)).counts()).isEqualTo(Counts.ofPush(1, 0, 0, 1, 0));
        assertThat(mail.members).containsOnlyKeys("p1@shop.test");
        mail.answer = (batch, outcomes) -> outcomes;
        assertThat(home.push(mail, options(Mode.MIRROR)).counts()).isEqualTo(Counts.ofPush(1, 1, 0, 0, 0));
        assertThat(mail.members).hasSize(2);
    }

    @Test
    void a_move_waits_until_the_destination_let_go_of_the_former_match_value() {
        home.keepPeople(1, 1);
        home.push(mail, options(Mode.MIRROR));
        home.keep(contact(1, "moved@shop.test", "N1", "granted"));
        mail.instead =
                mutation -> mutation.op() == Op.DELETE ? new Outcome.Rejected(mutation.id(), "is protected") : null;
        assertThat(home.push(mail, options(Mode.MIRROR)).counts()).isEqualTo(Counts.ofPush(2, 0, 1, 1, 0));
        assertThat(home.push(mail, options(Mode.MIRROR)).counts()).isEqualTo(Counts.ofPush(1, 0, 0, 0, 1));
        assertThat(mail.members).containsOnlyKeys("p1@shop.test");
    }

    @Test
    void a_person_without_match_value_and_the_second_of_two_with_the_same_are_held_with_the_reason() {
        home.keep(contact(1, "", "N1", "granted"), contact(2), contact(3));
        List<Map<String, Object>> people = new ArrayList<>(home.everybody());
        Map<String, Object> same = new java.util.HashMap<>(people.get(2));
        same.put("email", "p2@shop.test");
        people.set(2, same);
        RunView run =
                home.push("to-mail", RunRequest.send(Trigger.COMMAND), target(mail), options(Mode.UPSERT), people);
        assertThat(run.counts()).isEqualTo(Counts.ofPush(3, 1, 0, 0, 2));
        assertThat(home.plans.rows(1, PlanRow.State.HELD, -1, 0, 10))
                .extracting(PlanRow::reason)
                .containsExactly("there is no key", "another person has the same key");
        assertThat(mail.members.get("p2@shop.test")).containsEntry("name", "N2");
    }

    @Test
    void whoever_is_at_the_destination_keeps_a_match_value_that_a_lower_profile_claims() {
        home.keep(contact(1, "", "N1", "granted"), contact(2));
        home.push(mail, options(Mode.UPSERT));
        List<Map<String, Object>> people = new ArrayList<>(home.everybody());
        Map<String, Object> same = new java.util.HashMap<>(people.get(0));
        same.put("email", "p2@shop.test");
        people.set(0, same);
        RunView run =
                home.push("to-mail", RunRequest.send(Trigger.COMMAND), target(mail), options(Mode.UPSERT), people);
        assertThat(run.counts()).isEqualTo(Counts.ofPush(1, 0, 0, 0, 1));
        assertThat(mail.members.get("p2@shop.test")).containsEntry("name", "N2");
    }

    @Test
    void a_changed_match_value_is_a_change_where_the_destination_gave_an_id() {
        mail.givesIds = true;
        home.keepPeople(1, 2);
        home.push(mail, options(Mode.MIRROR));
        mail.forgetWhatCame();
        home.keep(contact(2, "bea@shop.test", "N2", "granted"));
        assertThat(home.push(mail, options(Mode.MIRROR)).counts()).isEqualTo(Counts.ofPush(1, 1, 0, 0, 0));
        assertThat(mail.received).singleElement().satisfies(change -> {
            assertThat(change.remoteId()).isEqualTo("p2@shop.test");
            assertThat(change.match()).isEqualTo("bea@shop.test");
        });
    }

    @Test
    void a_changed_match_value_is_a_removal_and_an_add_where_it_gave_none() {
        home.keepPeople(1, 2);
        home.push(mail, options(Mode.MIRROR));
        mail.forgetWhatCame();
        home.keep(contact(2, "bea@shop.test", "N2", "granted"));
        assertThat(home.push(mail, options(Mode.MIRROR)).counts()).isEqualTo(Counts.ofPush(2, 2, 0, 0, 0));
        assertThat(mail.ops()).containsExactly(Op.DELETE, Op.UPSERT);
        assertThat(mail.members).containsOnlyKeys("bea@shop.test", "p1@shop.test");
        assertThat(home.push(mail, options(Mode.MIRROR)).counts()).isEqualTo(Counts.NONE);
    }

    @Test
    void two_people_who_turn_out_to_be_one_become_one_at_the_destination() {
        home.keepPeople(1, 3);
        home.push(mail, options(Mode.MIRROR));
        mail.forgetWhatCame();
        home.keep(contact(2, "p1@shop.test", "N1", "granted"));
        assertThat(home.everybody()).hasSize(2);
        RunView run = home.push(mail, options(Mode.MIRROR));
        assertThat(run.counts()).isEqualTo(Counts.ofPush(1, 1, 0, 0, 0));
        assertThat(mail.members).containsOnlyKeys("p1@shop.test", "p3@shop.test");
        assertThat(home.push(mail, options(Mode.MIRROR)).counts()).isEqualTo(Counts.NONE);
    }

    @Test
    void a_person_who_answers_to_what_a_merged_one_left_takes_it_over() {
        home.keep(contact(1, "", "N1", "granted"), contact(2));
        home.push(mail, options(Mode.MIRROR));
        long first = home.person(1);
        mail.forgetWhatCame();
        // Contact 1 turns out to have the address of contact 2: the older profile survives and the mail account is its.
        home.keep(contact(1, "p2@shop.test", "N2", "granted"));
        assertThat(home.everybody()).hasSize(1);
        assertThat(home.push(mail, options(Mode.MIRROR)).counts()).isEqualTo(Counts.NONE);
        assertThat(home.ledger.rows(1, List.of(first)).get(first).match()).isEqualTo("p2@shop.test");
        assertThat(mail.received).isEmpty();
    }

    @Test
    void what_leaves_makes_room_before_another_person_claims_it() {
        home.keepPeople(1, 2);
        home.push(mail, options(Mode.MIRROR));
        mail.forgetWhatCame();
        // Person 2 gets the address of person 1, who is not in the segment any more.
        Map<String, Object> second = new java.util.HashMap<>(home.everybody().get(1));
        second.put("email", "p1@shop.test");
        home.push("to-mail", RunRequest.send(Trigger.COMMAND), target(mail), options(Mode.MIRROR), List.of(second));
        assertThat(mail.members).containsOnlyKeys("p1@shop.test");
        assertThat(mail.members.get("p1@shop.test")).containsEntry("name", "N2");
    }

    @Test
    void nobody_is_staged_twice_and_the_last_word_counts() {
        home.keepPeople(1, 2);
        List<Map<String, Object>> people = new ArrayList<>(home.everybody());
        people.addAll(home.everybody());
        people.addAll(home.everybody());
        assertThat(home.push("to-mail", RunRequest.send(Trigger.COMMAND), target(mail), options(Mode.UPSERT), people)
                        .counts())
                .isEqualTo(Counts.ofPush(2, 2, 0, 0, 0));
    }

    @Test
    void something_without_a_profile_id_is_refused_with_a_sentence() {
        RunView run = home.push(
                "to-mail",
                RunRequest.send(Trigger.COMMAND),
                target(mail),
                options(Mode.UPSERT),
                List.of(Map.of("email", "x@y.test")));
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.message()).contains("without a profile_id");
        assertThat(home.plans.list(10)).isEmpty();
    }

    @Test
    void pages_of_changes_leave_those_alone_who_are_absent_and_remove_those_who_left() {
        home.keepPeople(1, 3);
        home.push(mail, options(Mode.MIRROR));
        Map<String, Object> left = new java.util.HashMap<>(home.everybody().get(2));
        left.put("membership", "left");
        Run run = home.runs.start("to-mail", RunRequest.send(Trigger.SCHEDULE));
        try (PushSession session = home.begin(run, target(mail), options(Mode.MIRROR))) {
            session.changesOnly();
            session.stage(List.of(left));
            session.complete();
        }
        assertThat(run.finish(RunStatus.DONE, null).counts()).isEqualTo(Counts.ofPush(1, 1, 0, 0, 0));
        assertThat(mail.members).containsOnlyKeys("p1@shop.test", "p2@shop.test");
    }

    private RunView pushFirst(int count, PushOptions options) {
        return home.push(
                "to-mail",
                RunRequest.send(Trigger.COMMAND),
                target(mail),
                options,
                home.everybody().subList(0, count));
    }
}
