package io.serai.sync;

import static io.serai.sync.SyncHome.contact;
import static io.serai.sync.SyncHome.options;
import static io.serai.sync.SyncHome.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.profile.ProfileId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {

    @AutoClose
    private final SyncHome home;

    private final MemorySink mail = new MemorySink();

    PlanTest(@TempDir Path folder) {
        home = new SyncHome(folder);
    }

    @Test
    void a_first_plan_waits_for_approval_and_is_sent_as_it_was_reviewed() {
        home.keepPeople(1, 3);
        RunView held = home.push(mail, guarded(0.05, 0.2, true));
        assertThat(held.status()).isEqualTo(RunStatus.HELD);
        assertThat(held.counts()).isEqualTo(Counts.ofPush(3, 0, 0, 0, 3));
        assertThat(held.message())
                .contains("first plan for \"mail/members\" (3 people)")
                .contains("hub apply 1");
        assertThat(mail.received).isEmpty();
        RunView applied = home.apply(1, mail);
        assertThat(applied.counts()).isEqualTo(Counts.ofPush(3, 3, 0, 0, 0));
        assertThat(mail.members).hasSize(3);
        assertThat(home.push(mail, guarded(0.05, 0.2, true)).counts()).isEqualTo(Counts.NONE);
    }

    @Test
    void more_removals_than_the_guard_allows_wait_for_approval() {
        home.keepPeople(1, 10);
        home.push(mail, options(Mode.MIRROR));
        RunView one = push(home.everybody().subList(0, 9), guarded(0.1, 1, false));
        assertThat(one.counts()).isEqualTo(Counts.ofPush(1, 1, 0, 0, 0));
        RunView two = push(home.everybody().subList(0, 7), guarded(0.1, 1, false));
        assertThat(two.status()).isEqualTo(RunStatus.HELD);
        assertThat(two.message()).contains("2 of 9 people would be removed").contains("max_removals is 10%");
        assertThat(mail.members).hasSize(9);
    }

    @Test
    void more_changes_than_the_guard_allows_wait_for_approval() {
        home.keepPeople(1, 10);
        home.push(mail, options(Mode.UPSERT));
        for (int id = 1; id <= 3; id++) {
            home.keep(contact(id, "p" + id + "@shop.test", "New", "granted"));
        }
        RunView run = home.push(mail, PushOptions.of(Mode.UPSERT, new Guards(1, 0.2, false)));
        assertThat(run.status()).isEqualTo(RunStatus.HELD);
        assertThat(run.message()).contains("3 of 10 people would be changed").contains("max_change is 20%");
    }

    @Test
    void an_empty_source_never_empties_a_destination_whatever_the_guards_say() {
        home.keepPeople(1, 3);
        home.push(mail, options(Mode.MIRROR));
        RunView run = push(List.of(), options(Mode.MIRROR));
        assertThat(run.status()).isEqualTo(RunStatus.HELD);
        assertThat(run.message()).contains("Nobody is left").contains("empty by accident");
        assertThat(mail.members).hasSize(3);
        assertThat(home.apply(home.plans.list(1).get(0).id(), mail).counts()).isEqualTo(Counts.ofPush(3, 3, 0, 0, 0));
        assertThat(mail.members).isEmpty();
    }

    @Test
    void a_failed_page_sends_nothing_and_leaves_no_plan() {
        home.keepPeople(1, 3);
        home.push(mail, options(Mode.MIRROR));
        Run run = home.runs.start("to-mail", RunRequest.send(Trigger.COMMAND));
        try (PushSession session = home.begin(run, target(mail), options(Mode.MIRROR))) {
            session.stage(home.everybody().subList(0, 1));
        }
        run.fail(new IllegalStateException("the route failed"));
        assertThat(home.plans.list(10)).hasSize(1);
        assertThat(mail.members).hasSize(3);
    }

    @Test
    void a_plan_of_very_many_is_shown_page_by_page_and_whole() {
        home.keepPeople(1, 2_345);
        home.push("to-mail", RunRequest.plan(), target(mail), options(Mode.MIRROR), home.everybody());
        Plans plans = new Plans(home.plans);
        PlanView plan = plans.list(1).get(0);
        Iterable<?> rows = (Iterable<?>) plans.json(plan).get("rows");
        assertThat(rows).hasSize(2_345).doesNotHaveDuplicates();
        List<Object> statuses = new ArrayList<>();
        for (Object row : rows) {
            if (statuses.isEmpty()) {
                home.apply(plan.id(), mail);
            }
            statuses.add(((Map<?, ?>) row).get("status"));
        }
        assertThat(statuses.subList(0, 1_000)).as("read before").containsOnly("due");
        assertThat(statuses.subList(1_000, 2_345)).as("not read yet").containsOnly("sent");
    }

    @Test
    void a_plan_shows_each_person_with_only_what_differs() {
        home.keepPeople(1, 3);
        home.push(mail, options(Mode.MIRROR));
        home.keep(contact(2, "p2@shop.test", "Bea", "granted"), contact(4));
        List<Map<String, Object>> people = home.everybody().subList(1, 4);
        RunView run = home.push("to-mail", RunRequest.plan(), target(mail), options(Mode.MIRROR), people);
        assertThat(run.counts()).isEqualTo(Counts.ofPush(3, 0, 0, 0, 3));
        assertThat(run.status()).isEqualTo(RunStatus.DONE);
        Plans plans = new Plans(home.plans);
        Map<String, Object> json = plans.json(plans.list(1).get(0));
        assertThat(json)
                .containsEntry("route", "to-mail")
                .containsEntry("adds", 1L)
                .containsEntry("changes", 1L)
                .containsEntry("removals", 1L)
                .containsEntry("unchanged", 1L);
        assertThat(json.get("rows"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.ITERABLE)
                .hasSize(3)
                .contains(Map.of(
                        "op",
                        "change",
                        "profile_id",
                        ProfileId.text(home.person(2)),
                        "match",
                        "p2@shop.test",
                        "before",
                        Map.of("name", "N2"),
                        "after",
                        Map.of("name", "Bea"),
                        "status",
                        "due"));
    }

    @Test
    void applying_a_plan_leaves_out_people_who_changed_since() {
        home.keepPeople(1, 4);
        home.push("to-mail", RunRequest.plan(), target(mail), options(Mode.UPSERT), home.everybody());
        home.keep(
                contact(2, "p2@shop.test", "Changed", "granted"),
                // Touched, but not in what is sent.
                contact(3, "p3@shop.test", "N3", "unknown"));
        RunView run = home.apply(1, mail);
        assertThat(run.counts()).isEqualTo(Counts.ofPush(4, 3, 0, 0, 1));
        assertThat(mail.members).doesNotContainKey("p2@shop.test");
        assertThat(home.plans.rows(1, PlanRow.State.HELD, -1, 0, 10))
                .extracting(PlanRow::reason)
                .containsExactly("changed since the plan, plan again");
    }

    @Test
    void a_plan_is_not_applied_under_a_mapping_that_means_something_else_than_when_it_was_reviewed() {
        home.keepPeople(1, 4);
        home.push("to-mail", RunRequest.plan(), target(mail), options(Mode.UPSERT), home.everybody());
        RunView run = home.apply(1, target(mail, "crm_id"));
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.message())
                .isEqualTo("The mapping \"mail-members\" was changed after plan 1 was made, so what was reviewed is"
                        + " not what it means now. Nothing was sent. Plan again: hub plan to-mail.");
        assertThat(mail.received).isEmpty();
        assertThat(home.apply(1, mail).counts())
                .as("after the edit was taken back")
                .isEqualTo(Counts.ofPush(4, 4, 0, 0, 0));
    }

    @Test
    void a_plan_is_applied_once_and_not_when_a_newer_one_exists() {
        home.keepPeople(1, 2);
        RunRequest plan = RunRequest.plan();
        home.push("to-mail", plan, target(mail), options(Mode.UPSERT), home.everybody());
        home.push("to-mail", plan, target(mail), options(Mode.UPSERT), home.everybody());
        assertThat(home.apply(1, mail).message())
                .isEqualTo("Plan 1 cannot be applied any more: it is older than plan 2.");
        assertThat(home.apply(2, mail).counts()).isEqualTo(Counts.ofPush(2, 2, 0, 0, 0));
        assertThat(home.apply(2, mail).message()).startsWith("Plan 2 was delivered already.");
        assertThat(home.apply(99, mail).message()).startsWith("There is no plan 99.");
    }

    @Test
    void a_dry_run_sends_nothing_cannot_be_applied_and_sets_no_plan_aside() {
        home.keepPeople(1, 2);
        home.push("to-mail", RunRequest.plan(), target(mail), options(Mode.UPSERT), home.everybody());
        RunView run = home.push("to-mail", RunRequest.dryRun(), target(mail), options(Mode.UPSERT), home.everybody());
        assertThat(run.counts()).isEqualTo(Counts.ofPush(2, 0, 0, 0, 2));
        assertThat(mail.received).isEmpty();
        assertThat(home.apply(2, mail).message()).contains("only to look at");
        assertThat(home.apply(1, mail).status()).isEqualTo(RunStatus.DONE);
    }

    @Test
    void a_plan_is_not_applied_over_what_was_delivered_since() {
        home.keepPeople(1, 2);
        home.push(mail, options(Mode.UPSERT));
        home.keep(contact(1, "p1@shop.test", "One", "granted"), contact(2, "p2@shop.test", "Two", "granted"));
        home.push("to-mail", RunRequest.plan(), target(mail), options(Mode.UPSERT), home.everybody());
        long person = home.person(1);
        LedgerRow row = home.ledger.rows(1, List.of(person)).get(person);
        home.ledger.save(
                1,
                List.of(new LedgerRow(
                        person, row.match(), row.remoteId(), row.fields(), row.hash(), true, 0, row.at() + 1)));
        assertThat(home.apply(2, mail).counts()).isEqualTo(Counts.ofPush(2, 1, 0, 0, 1));
    }

    private RunView push(List<Map<String, Object>> people, PushOptions options) {
        return home.push("to-mail", RunRequest.send(Trigger.COMMAND), target(mail), options, people);
    }

    private static PushOptions guarded(double removals, double change, boolean first) {
        return PushOptions.of(Mode.MIRROR, new Guards(removals, change, first));
    }
}
