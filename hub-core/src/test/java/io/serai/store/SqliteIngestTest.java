package io.serai.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.identity.IdentifierRule;
import io.serai.identity.Identifiers;
import io.serai.identity.IdentityRules;
import io.serai.profile.FactReader;
import io.serai.profile.Ingest.Result;
import io.serai.profile.Ingest.Status;
import io.serai.profile.Person;
import io.serai.profile.Survivors;
import io.serai.profile.Survivorship;
import io.serai.profile.TraitCalculator;
import io.serai.profile.TraitDefinition;
import io.serai.record.Mapping;
import io.serai.record.SourceRecord;
import io.serai.record.StreamName;
import io.serai.record.ValueRule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteIngestTest {

    private static final IdentityRules RULES = new IdentityRules(
            List.of(
                    rule("crm_id", IdentifierRule.Kind.ID, 3),
                    rule("loyalty", IdentifierRule.Kind.ID, 3),
                    rule("email", IdentifierRule.Kind.EMAIL, 5)),
            1);
    private static final Mapping CONTACTS = mapping(
            "crm-contacts",
            Mapping.Target.PROFILE,
            Map.of("crm_id", "id", "email", "mail", "first_name", "given", "consent.email", "newsletter"),
            Map.of());
    private static final Mapping CARDS =
            mapping("till-cards", Mapping.Target.PROFILE, Map.of("loyalty", "card", "email", "mail"), Map.of());
    private static final Mapping SALES = mapping(
            "till-sales",
            Mapping.Target.ORDER,
            Map.of("id", "receipt", "time", "at", "total", "amount", "store", "branch"),
            Map.of("loyalty", "card"));

    @TempDir
    private Path folder;

    @AutoClose
    private SqliteDatabase database;

    private SqliteIngest ingest;
    private SqlitePeople people;
    private SqliteProfiles profiles;

    @BeforeEach
    void open() {
        database = SqliteDatabase.openForWriting(folder.resolve("hub.db"), "test");
        ingest = new SqliteIngest(database, derivation(CONTACTS, CARDS, SALES), Clock.systemUTC());
        profiles = new SqliteProfiles(database);
        people = new SqlitePeople(database, profiles, RULES);
    }

    @Test
    void a_new_record_opens_a_profile_and_the_same_record_again_changes_nothing() {
        SourceRecord ann = contact("1", "ann@shop.test", "Ann", "granted");
        assertThat(statuses(ingest.page(CONTACTS, List.of(ann)))).containsExactly(Status.STORED);
        assertThat(statuses(ingest.page(CONTACTS, List.of(ann)))).containsExactly(Status.UNCHANGED);
        Person person = only("email:ANN@shop.test");
        assertThat(person.identifiers()).containsEntry("email", List.of("ann@shop.test"));
        assertThat(person.traits()).containsEntry("first_name", "Ann");
        assertThat(person.consents()).containsEntry("email", "granted");
    }

    @Test
    void a_window_of_time_ends_by_the_clock_of_the_hub() {
        Clock january = Clock.fixed(Instant.parse("2026-01-20T00:00:00Z"), ZoneOffset.UTC);
        new SqliteIngest(database, derivation(CONTACTS, CARDS, SALES), january)
                .page(SALES, List.of(sale("R1", "C1", "10.10")));
        assertThat(only("loyalty:C1").traits()).containsEntry("orders_30d", 1L);
        Clock march = Clock.fixed(Instant.parse("2026-03-20T00:00:00Z"), ZoneOffset.UTC);
        new SqliteIngest(database, derivation(CONTACTS, CARDS, SALES), march)
                .page(SALES, List.of(sale("R2", "C1", "5.10")));
        assertThat(only("loyalty:C1").traits()).containsEntry("orders", 2L).doesNotContainKey("orders_30d");
    }

    @Test
    void records_that_share_an_identifier_are_one_person_and_their_orders_are_counted_together() {
        ingest.page(SALES, List.of(sale("R1", "C1", "10.10"), sale("R2", "C1", "20.20"), sale("R3", "", "99")));
        ingest.page(CARDS, List.of(card("C1", "ann@shop.test")));
        ingest.page(CONTACTS, List.of(contact("1", "ann@shop.test", "Ann", "granted")));
        Person ann = only("crm_id:1");
        assertThat(ann.traits()).containsEntry("ltv", 30.3).containsEntry("orders", 2L);
        assertThat(people.timeline(ann.id(), 10)).hasSize(2);
        assertThat(profiles.count()).isEqualTo(1);
    }

    @Test
    void people_who_come_a_few_at_a_time_come_to_stand_in_columns() {
        ingest =
                new SqliteIngest(database, derivation(CONTACTS, CARDS, SALES), Clock.systemUTC(), Set.of("first_name"));
        int pages = ColumnKeeping.MANY / 100 + 5;
        for (int page = 0; page < pages; page++) {
            List<SourceRecord> contacts = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                String key = Integer.toString(100 * page + i);
                contacts.add(contact(key, key + "@shop.test", "Ann", "granted"));
            }
            ingest.page(CONTACTS, contacts);
        }
        long touched = database.read(connection -> new ColumnBlocks(connection).touched());
        assertThat(touched).isPositive().isLessThan(ColumnKeeping.MANY);
        SqliteSegments segments = new SqliteSegments(database, new TraitCalculator(List.of()));
        segments.read(reading -> {
            var block = reading.block(0, Instant.now()).orElseThrow();
            assertThat(block.people().cardinality()).isEqualTo(100 * pages);
            block.people().stream()
                    .forEach(row ->
                            assertThat(block.trait("first_name").value(row)).isEqualTo("Ann"));
            return null;
        });
    }

    @Test
    void a_merge_keeps_the_id_of_the_higher_identifier_and_the_other_leads_to_it() {
        ingest.page(CARDS, List.of(card("C1", null)));
        ingest.page(CONTACTS, List.of(contact("1", "ann@shop.test", "Ann", "granted")));
        long card = only("loyalty:C1").id();
        long contact = only("crm_id:1").id();
        ingest.page(CARDS, List.of(card("C1", "ann@shop.test")));
        assertThat(only("loyalty:C1").id()).isEqualTo(contact);
        assertThat(profiles.current(card)).hasValue(contact);
        assertThat(only("P" + card).id()).isEqualTo(contact);
        assertThat(profiles.after(0, 10)).hasSize(1);
    }

    @Test
    void a_deleted_record_takes_its_traits_along_and_a_person_without_records_is_nobody() {
        ingest.page(CONTACTS, List.of(contact("1", "ann@shop.test", "Ann", "granted")));
        ingest.page(CARDS, List.of(card("C1", "ann@shop.test")));
        ingest.page(CONTACTS, List.of(new SourceRecord("1", Map.of(), true)));
        assertThat(only("loyalty:C1").traits()).doesNotContainKey("first_name");
        ingest.page(CARDS, List.of(new SourceRecord("C1", Map.of(), true)));
        assertThat(profiles.count()).isZero();
        assertThat(people.find("loyalty:C1", 5)).isEmpty();
    }

    @Test
    void the_stricter_consent_wins_a_merge() {
        ingest.page(CONTACTS, List.of(contact("1", "ann@shop.test", "Ann", "granted")));
        ingest.page(CONTACTS, List.of(contact("2", "ann@shop.test", "Ann", "denied")));
        assertThat(only("email:ann@shop.test").consents()).containsEntry("email", "denied");
    }

    @Test
    void a_refused_record_is_not_stored_and_the_good_version_stays() {
        ingest.page(SALES, List.of(sale("R1", "C1", "10")));
        List<Result> results = ingest.page(SALES, List.of(sale("R1", "C1", "ten"), sale("R2", "C1", "5")));
        assertThat(statuses(results)).containsExactly(Status.REJECTED, Status.STORED);
        assertThat(results.get(0).reason()).contains("total");
        assertThat(only("loyalty:C1").traits()).containsEntry("ltv", 15L);
    }

    @Test
    void of_two_records_with_one_key_in_a_page_the_later_stays() {
        ingest.page(SALES, List.of(sale("R1", "C1", "10"), sale("R1", "C1", "12"), sale("R1", "C1", "12")));
        assertThat(only("loyalty:C1").traits()).containsEntry("ltv", 12L).containsEntry("orders", 1L);
    }

    @Test
    void a_record_that_comes_in_a_page_as_another_and_then_as_it_was_stays_as_it_was() {
        ingest.page(SALES, List.of(sale("R1", "C1", "10")));
        List<Result> results = ingest.page(SALES, List.of(sale("R1", "C1", "12"), sale("R1", "C1", "10")));
        assertThat(statuses(results)).containsExactly(Status.STORED, Status.STORED);
        assertThat(only("loyalty:C1").traits()).containsEntry("ltv", 10L);
    }

    @Test
    void a_large_page_tells_of_each_record_in_its_place() {
        List<SourceRecord> page = IntStream.range(0, 1000)
                .mapToObj(i -> sale("R" + i, "C" + i % 7, i % 3 == 0 ? "ten" : "1"))
                .toList();
        List<Result> results = ingest.page(SALES, page);
        assertThat(results).extracting(Result::record).containsExactlyElementsOf(page);
        assertThat(IntStream.range(0, 1000)
                        .filter(i -> results.get(i).status() == Status.REJECTED)
                        .boxed())
                .hasSize(334)
                .allMatch(i -> i % 3 == 0);
        assertThat(only("loyalty:C1").traits())
                .containsEntry(
                        "orders",
                        IntStream.range(0, 1000)
                                .filter(i -> i % 7 == 1 && i % 3 != 0)
                                .count());
    }

    @Test
    void a_page_that_fails_leaves_nothing() {
        assertThatThrownBy(() -> database.write(connection -> {
                    ingest.page(CONTACTS, List.of(contact("1", "ann@shop.test", "Ann", "granted")));
                    throw new IllegalStateException("the route failed");
                }))
                .hasMessage("the route failed");
        assertThat(profiles.count()).isZero();
        assertThat(statuses(ingest.page(CONTACTS, List.of(contact("1", "ann@shop.test", "Ann", "granted")))))
                .containsExactly(Status.STORED);
    }

    @Test
    void what_a_complete_pass_does_not_contain_is_deleted() {
        ingest.page(
                CONTACTS, List.of(contact("1", "a@shop.test", "A", "granted"), contact("2", "b@shop.test", "B", "")));
        var seen = ingest.newPass(CONTACTS);
        ingest.page(CONTACTS, List.of(contact("1", "a@shop.test", "A", "granted")), seen);
        assertThat(ingest.deleteUnseen(CONTACTS, seen)).isEqualTo(1);
        assertThat(profiles.after(0, 10))
                .extracting(row -> row.fields().get("email"))
                .containsExactly("a@shop.test");
    }

    @Test
    void a_changed_mapping_reads_the_kept_records_again() {
        ingest.page(CONTACTS, List.of(contact("1", "ann@shop.test", "Ann", "granted")));
        Map<String, String> fields = new LinkedHashMap<>(Map.of("crm_id", "id", "email", "mail", "name", "given"));
        Mapping changed = new Mapping(
                CONTACTS.name(), CONTACTS.from(), CONTACTS.target(), rules(fields), Map.of(), Optional.empty(), 99);
        SqliteIngest after = new SqliteIngest(database, derivation(changed, CARDS, SALES), Clock.systemUTC());
        after.page(changed, List.of());
        assertThat(only("crm_id:1").traits()).containsEntry("name", "Ann").doesNotContainKey("first_name");
    }

    @Test
    void people_do_not_depend_on_the_order_of_arrival() {
        List<SourceRecord> contacts = new ArrayList<>();
        List<SourceRecord> cards = new ArrayList<>();
        for (int n = 0; n < 200; n++) {
            contacts.add(contact("" + n, "p" + n % 90 + "@shop.test", "N" + n % 90, "granted"));
            cards.add(card("C" + n % 120, n % 3 == 0 ? null : "p" + n % 70 + "@shop.test"));
        }
        ingest.page(CONTACTS, contacts);
        ingest.page(CARDS, cards);
        var forwards = emails();
        database.close();
        database = SqliteDatabase.openForWriting(folder.resolve("other.db"), "test");
        ingest = new SqliteIngest(database, derivation(CONTACTS, CARDS, SALES), Clock.systemUTC());
        profiles = new SqliteProfiles(database);
        for (SourceRecord card : cards) {
            ingest.page(CARDS, List.of(card));
        }
        Collections.reverse(contacts);
        for (int from = 0; from < contacts.size(); from += 7) {
            ingest.page(CONTACTS, contacts.subList(from, Math.min(from + 7, contacts.size())));
        }
        assertThat(emails()).isEqualTo(forwards);
    }

    private TreeSet<String> emails() {
        TreeSet<String> all = new TreeSet<>();
        people = new SqlitePeople(database, profiles, RULES);
        profiles.after(0, 1000)
                .forEach(row -> all.add(
                        people.person(row.id()).orElseThrow().identifiers().toString()));
        return all;
    }

    private Person only(String query) {
        List<Person> found = people.find(query, 10);
        assertThat(found).as(query).hasSize(1);
        return found.get(0);
    }

    private static List<Status> statuses(List<Result> results) {
        return results.stream().map(Result::status).toList();
    }

    private static SourceRecord contact(String id, String mail, String given, String newsletter) {
        return new SourceRecord(id, Map.of("id", id, "mail", mail, "given", given, "newsletter", newsletter), false);
    }

    private static SourceRecord card(String card, String mail) {
        return new SourceRecord(card, mail == null ? Map.of("card", card) : Map.of("card", card, "mail", mail), false);
    }

    private static SourceRecord sale(String receipt, String card, String amount) {
        return new SourceRecord(
                receipt,
                Map.of(
                        "receipt",
                        receipt,
                        "card",
                        card,
                        "amount",
                        amount,
                        "at",
                        "2026-01-02T10:00:00Z",
                        "branch",
                        "York"),
                false);
    }

    private static Derivation derivation(Mapping... mappings) {
        return new Derivation(
                List.of(mappings),
                ZoneId.of("Europe/London"),
                new FactReader(Identifiers.of(RULES)),
                RULES,
                new Survivors(Survivorship.DEFAULT),
                new TraitCalculator(List.of(
                        trait("ltv", TraitDefinition.Function.SUM, Optional.of("total")),
                        trait("orders", TraitDefinition.Function.COUNT, Optional.empty()),
                        new TraitDefinition(
                                "orders_30d",
                                TraitDefinition.Function.COUNT,
                                "order",
                                Optional.empty(),
                                Optional.of(Duration.ofDays(30)),
                                Optional.empty(),
                                Map.of(),
                                1))));
    }

    private static TraitDefinition trait(String name, TraitDefinition.Function function, Optional<String> field) {
        return new TraitDefinition(name, function, "order", field, Optional.empty(), Optional.empty(), Map.of(), 1);
    }

    private static IdentifierRule rule(String name, IdentifierRule.Kind kind, int perProfile) {
        return new IdentifierRule(name, perProfile, kind, "", List.of(), false, IdentifierRule.DEFAULT_MAX_PEOPLE);
    }

    private static Mapping mapping(
            String name, Mapping.Target target, Map<String, String> fields, Map<String, String> person) {
        return new Mapping(
                name,
                StreamName.parse(name.replace('-', '/')),
                target,
                rules(fields),
                rules(person),
                Optional.empty(),
                1);
    }

    private static Map<String, ValueRule> rules(Map<String, String> paths) {
        Map<String, ValueRule> rules = new LinkedHashMap<>();
        paths.forEach((name, path) -> rules.put(name, ValueRule.path(path)));
        return rules;
    }
}
