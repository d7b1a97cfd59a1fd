package io.serai.sync;

import static io.serai.sync.SyncHome.OPEN;
import static io.serai.sync.SyncHome.contact;
import static io.serai.sync.SyncHome.options;
import static io.serai.sync.SyncHome.target;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushPermissionTest {

    @AutoClose
    private final SyncHome home;

    private final MemorySink mail = new MemorySink();

    PushPermissionTest(@TempDir Path folder) {
        home = new SyncHome(folder);
    }

    @Test
    void somebody_erased_while_being_sent_for_the_first_time_is_known_to_be_there_and_leaves_with_the_next_push() {
        home.keepPeople(1, 4);
        mail.before = () -> {
            if (mail.batches.size() == 1) {
                home.erase(1);
            }
        };
        home.push(mail, options(Mode.MIRROR));
        assertThat(mail.members).containsKey("p1@shop.test");
        home.push(mail, options(Mode.MIRROR));
        assertThat(mail.members).doesNotContainKey("p1@shop.test").hasSize(3);
    }

    @Test
    void consent_decides_who_is_sent_and_withdrawing_it_removes() {
        mail.consent = Optional.of("email");
        home.keep(contact(1), contact(2, "p2@shop.test", "N2", "denied"), contact(3));
        RunView run = home.push(mail, options(Mode.MIRROR));
        assertThat(run.counts()).isEqualTo(Counts.ofPush(3, 2, 0, 0, 1));
        assertThat(home.plans.rows(1, PlanRow.State.HELD, -1, 0, 10))
                .extracting(PlanRow::reason)
                .containsExactly("consent for email is denied");
        home.keep(contact(3, "p3@shop.test", "N3", "denied"));
        assertThat(home.push(mail, options(Mode.MIRROR)).counts()).isEqualTo(Counts.ofPush(2, 1, 0, 0, 1));
        assertThat(mail.members).containsOnlyKeys("p1@shop.test");
    }

    @Test
    void consent_withdrawn_where_nobody_is_removed_holds_the_person_back() {
        mail.consent = Optional.of("email");
        home.keep(contact(1));
        home.push(mail, options(Mode.UPSERT));
        mail.forgetWhatCame();
        home.keep(contact(1, "p1@shop.test", "New", "denied"));
        assertThat(home.push(mail, options(Mode.UPSERT)).counts()).isEqualTo(Counts.ofPush(1, 0, 0, 0, 1));
        assertThat(mail.received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void consent_withdrawn_between_plan_and_send_holds_the_person_back(boolean asStored) {
        mail.consent = Optional.of("email");
        home.keepPeople(1, 4);
        mail.answer = (batch, outcomes) -> {
            home.keep(contact(4, "p4@shop.test", "N4", "denied"));
            return outcomes;
        };
        assertThat(push(asStored).counts()).isEqualTo(Counts.ofPush(4, 3, 0, 0, 1));
        assertThat(mail.members).doesNotContainKey("p4@shop.test");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void consent_withdrawn_while_more_people_than_a_batch_are_touched_holds_the_person_back(boolean asStored) {
        mail.consent = Optional.of("email");
        home.keepPeople(1, 8);
        mail.answer = (batch, outcomes) -> {
            home.keep(contact(1, "p1@shop.test", "A", "granted"), contact(2, "p2@shop.test", "B", "granted"));
            home.keep(contact(3, "p3@shop.test", "C", "granted"), contact(8, "p8@shop.test", "N8", "denied"));
            return outcomes;
        };
        assertThat(push(asStored).counts()).isEqualTo(Counts.ofPush(8, 7, 0, 0, 1));
        assertThat(mail.members).doesNotContainKey("p8@shop.test");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void somebody_who_was_merged_between_plan_and_send_is_not_sent(boolean asStored) {
        home.keepPeople(1, 4);
        mail.answer = (batch, outcomes) -> {
            home.keep(contact(4, "p1@shop.test", "N4", "granted"));
            return outcomes;
        };
        assertThat(push(asStored).counts()).isEqualTo(Counts.ofPush(4, 3, 0, 0, 1));
        assertThat(mail.members).doesNotContainKey("p4@shop.test");
    }

    private RunView push(boolean asStored) {
        return asStored ? home.pushAsStored(target(mail), options(Mode.UPSERT)) : home.push(mail, options(Mode.UPSERT));
    }

    @Test
    void a_step_of_a_route_cannot_grant_consent() {
        mail.consent = Optional.of("email");
        home.keep(contact(1), contact(2, "p2@shop.test", "N2", "denied"));
        List<Map<String, Object>> people = new ArrayList<>();
        home.everybody().forEach(person -> {
            Map<String, Object> changed = new java.util.HashMap<>(person);
            changed.put("consent.email", "granted");
            people.add(changed);
        });
        RunView run =
                home.push("to-mail", RunRequest.send(Trigger.COMMAND), target(mail), options(Mode.UPSERT), people);
        assertThat(run.counts()).isEqualTo(Counts.ofPush(2, 1, 0, 0, 1));
        assertThat(mail.members).containsOnlyKeys("p1@shop.test");
    }

    @Test
    void a_consent_option_of_none_sends_without_asking() {
        mail.consent = Optional.of("email");
        home.keep(contact(1, "p1@shop.test", "N1", "denied"));
        PushOptions options =
                new PushOptions(Mode.UPSERT, OnLeave.NOTHING, Optional.empty(), Optional.of("none"), 0, OPEN);
        assertThat(home.push(mail, options).counts()).isEqualTo(Counts.ofPush(1, 1, 0, 0, 0));
    }

    @Test
    void who_shares_an_address_with_somebody_erased_leaves_though_nobody_touched_it() {
        home.keep(contact(1), contact(2), contact(3, "p1@shop.test", "Other", "granted"));
        home.split(home.person(1), 3);
        assertThat(home.everybody()).hasSize(3);
        PushOptions byId = options(Mode.MIRROR);
        assertThat(home.pushAsStored(target(mail, "crm_id"), byId).counts()).isEqualTo(Counts.ofPush(3, 3, 0, 0, 0));
        home.erase(home.person(1));
        assertThat(home.pushAsStored(target(mail, "crm_id"), byId).counts()).isEqualTo(Counts.ofPush(2, 2, 0, 0, 0));
        assertThat(mail.members).containsOnlyKeys("2");
    }
}
