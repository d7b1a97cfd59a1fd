package io.serai.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.identity.IdentifierRule;
import io.serai.identity.Identifiers;
import io.serai.identity.IdentityRules;
import io.serai.profile.FactReader;
import io.serai.profile.Person;
import io.serai.profile.Person.PersonRecord;
import io.serai.profile.Survivors;
import io.serai.profile.Survivorship;
import io.serai.profile.TraitCalculator;
import io.serai.record.Mapping;
import io.serai.record.SourceRecord;
import io.serai.record.StreamName;
import io.serai.record.ValueRule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteIdentityDeskTest {

    private static final IdentityRules RULES = new IdentityRules(
            List.of(rule("crm_id", IdentifierRule.Kind.ID), rule("email", IdentifierRule.Kind.EMAIL)), 1);
    private static final Mapping CONTACTS = new Mapping(
            "crm-contacts",
            StreamName.parse("crm/contacts"),
            Mapping.Target.PROFILE,
            Map.of("crm_id", ValueRule.path("id"), "email", ValueRule.path("mail")),
            Map.of(),
            Optional.empty(),
            1);

    @TempDir
    private Path folder;

    @AutoClose
    private SqliteDatabase database;

    private SqliteIngest ingest;
    private SqliteProfiles profiles;
    private SqlitePeople people;
    private SqliteIdentityDesk desk;

    @BeforeEach
    void threeContactsOfOnePerson() {
        database = SqliteDatabase.openForWriting(folder.resolve("hub.db"), "test");
        Derivation derivation = new Derivation(
                List.of(CONTACTS),
                ZoneOffset.UTC,
                new FactReader(Identifiers.of(RULES)),
                RULES,
                new Survivors(Survivorship.DEFAULT),
                new TraitCalculator(List.of()));
        ingest = new SqliteIngest(database, derivation, Clock.systemUTC());
        profiles = new SqliteProfiles(database);
        people = new SqlitePeople(database, profiles, RULES);
        desk = new SqliteIdentityDesk(database, derivation, ingest, Clock.systemUTC());
        ingest.page(CONTACTS, List.of(contact("1"), contact("2"), contact("3")));
    }

    @Test
    void a_split_record_stays_apart_whatever_is_resolved_again() {
        desk.split(person("1").id(), record("3").number());
        assertThat(person("3").id()).isNotEqualTo(person("1").id());
        assertThat(person("2").id()).isEqualTo(person("1").id());
        desk.resolve();
        desk.resolveAll();
        assertThat(profiles.count()).isEqualTo(2);
    }

    @Test
    void a_join_takes_an_earlier_split_back_and_everybody_is_as_before() {
        long before = person("1").id();
        desk.split(before, record("3").number());
        desk.join(person("1").id(), person("3").id());
        assertThat(profiles.count()).isEqualTo(1);
        assertThat(person("3").id()).isEqualTo(before);
        desk.resolve();
        assertThat(profiles.count()).isEqualTo(1);
    }

    @Test
    void a_split_takes_an_earlier_join_back() {
        ingest.page(CONTACTS, List.of(new SourceRecord("9", Map.of("id", "9", "mail", "other@shop.test"), false)));
        desk.join(person("1").id(), person("9").id());
        assertThat(profiles.count()).isEqualTo(1);
        desk.split(person("1").id(), record("9").number());
        assertThat(person("9").id()).isNotEqualTo(person("1").id());
        assertThat(profiles.count()).isEqualTo(2);
    }

    @Test
    void a_split_after_a_join_gives_back_exactly_what_was() {
        ingest.page(CONTACTS, List.of(other("8"), other("9")));
        long ann = person("1").id();
        long zoe = person("8").id();
        desk.join(ann, zoe);
        assertThat(profiles.count()).isEqualTo(1);
        desk.split(person("1").id(), record("9").number());
        assertThat(List.of(person("1").id(), person("2").id(), person("3").id()))
                .containsOnly(ann);
        assertThat(List.of(person("8").id(), person("9").id())).containsOnly(zoe);
        desk.resolveAll();
        assertThat(List.of(person("3").id(), person("8").id(), person("9").id()))
                .containsExactly(ann, zoe, zoe);
        desk.split(zoe, record("9").number());
        assertThat(profiles.count()).isEqualTo(3);
    }

    private static SourceRecord other(String id) {
        return new SourceRecord(id, Map.of("id", id, "mail", "zoe@shop.test"), false);
    }

    @Test
    void a_forgotten_person_leaves_nothing_behind_and_does_not_come_back() {
        long gone = person("1").id();
        assertThat(desk.erase(gone)).isEqualTo(3);
        ingest.page(CONTACTS, List.of(contact("1"), contact("4")));
        assertThat(profiles.count()).isZero();
        assertThat(people.find("email:ann@shop.test", 5)).isEmpty();
        long rows = database.read(connection -> Sql.number(
                connection,
                "SELECT (SELECT count(*) FROM record) + (SELECT count(*) FROM signature_identifier)"
                        + " + (SELECT count(*) FROM trait)"));
        assertThat(rows).isZero();
    }

    @Test
    void why_names_the_records_and_the_rule() {
        assertThat(desk.why(person("1").id())).anyMatch(sentence -> sentence.contains("share email ann@shop.test"));
    }

    private Person person(String contact) {
        List<Person> found = people.find("crm_id:" + contact, 5);
        assertThat(found).as("contact " + contact).hasSize(1);
        return found.get(0);
    }

    private PersonRecord record(String key) {
        return person(key).records().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static SourceRecord contact(String id) {
        return new SourceRecord(id, Map.of("id", id, "mail", "ann@shop.test"), false);
    }

    private static IdentifierRule rule(String name, IdentifierRule.Kind kind) {
        return new IdentifierRule(name, 9, kind, "", List.of(), false, IdentifierRule.DEFAULT_MAX_PEOPLE);
    }
}
