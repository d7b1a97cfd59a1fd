package io.serai.sync;

import io.serai.identity.IdentifierRule;
import io.serai.identity.Identifiers;
import io.serai.identity.IdentityRules;
import io.serai.profile.FactReader;
import io.serai.profile.Ingest;
import io.serai.profile.ProfileRow;
import io.serai.profile.Survivors;
import io.serai.profile.Survivorship;
import io.serai.profile.TraitCalculator;
import io.serai.record.Mapping;
import io.serai.record.OutMapper;
import io.serai.record.OutMapping;
import io.serai.record.SourceRecord;
import io.serai.record.StreamName;
import io.serai.record.ValueRule;
import io.serai.spi.Sink;
import io.serai.spi.Stream;
import io.serai.store.Derivation;
import io.serai.store.SqliteCheckpoints;
import io.serai.store.SqliteDatabase;
import io.serai.store.SqliteIdentityDesk;
import io.serai.store.SqliteIngest;
import io.serai.store.SqliteLedger;
import io.serai.store.SqlitePeople;
import io.serai.store.SqlitePlans;
import io.serai.store.SqliteProfiles;
import io.serai.store.SqliteRejections;
import io.serai.store.SqliteRuns;
import io.serai.store.SqliteSuppressions;
import io.serai.store.SqliteTransactions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A hub's real store with everything that moves data, and contacts of a CRM in it. */
final class SyncHome implements AutoCloseable {

    static final StreamName CRM = StreamName.parse("crm/contacts");
    static final StreamName MAIL = StreamName.parse("mail/members");
    static final Guards OPEN = new Guards(1, 1, false);

    private static final IdentityRules RULES = new IdentityRules(
            List.of(rule("crm_id", IdentifierRule.Kind.ID), rule("email", IdentifierRule.Kind.EMAIL)), 1);

    static final Mapping CONTACTS = mapping(
            "crm-contacts",
            Mapping.Target.PROFILE,
            Map.of("crm_id", "id", "email", "mail", "first_name", "name", "consent.email", "newsletter"));
    static final Mapping ORDERS =
            mapping("crm-orders", Mapping.Target.ORDER, Map.of("id", "number", "time", "at", "total", "total"));

    final Path file;
    final SqliteDatabase database;
    final SqliteProfiles profiles;
    final Ingest ingest;
    final Runs runs;
    final Rejections rejections;
    final Checkpoints checkpoints;
    final Ledger ledger;
    final PlanStore plans;
    final Transactions transactions;
    final IngestStep ingestStep;
    final PullRun.Parts pullParts;
    final Pushes pushes;

    SyncHome(Path folder) {
        this(folder, Clock.systemUTC());
    }

    SyncHome(Path folder, Clock clock) {
        file = folder.resolve("hub.db");
        database = SqliteDatabase.openForWriting(file, "test");
        profiles = new SqliteProfiles(database);
        ingest = ingest(List.of(CONTACTS, ORDERS));
        runs = new Runs(new SqliteRuns(database), clock, Duration.ofDays(90));
        rejections = new SqliteRejections(database);
        checkpoints = new SqliteCheckpoints(database);
        ledger = new SqliteLedger(database);
        plans = new SqlitePlans(database);
        transactions = new SqliteTransactions(database);
        ingestStep = new IngestStep(ingest, rejections, transactions, clock);
        Patience patience = new Patience(3, Duration.ofMillis(1), Duration.ofMillis(50));
        pullParts = new PullRun.Parts(checkpoints, rejections, transactions, ingest, patience, clock);
        pushes = new Pushes(new Pushes.Parts(
                ledger,
                plans,
                rejections,
                transactions,
                profiles,
                new SqliteSuppressions(database, RULES),
                person -> Optional.empty(),
                patience,
                clock));
    }

    private SqliteIngest ingest(List<Mapping> mappings) {
        return new SqliteIngest(database, derivation(mappings), Clock.systemUTC());
    }

    private static Derivation derivation(List<Mapping> mappings) {
        return new Derivation(
                mappings,
                ZoneId.of("UTC"),
                new FactReader(Identifiers.of(RULES)),
                RULES,
                new Survivors(Survivorship.DEFAULT),
                new TraitCalculator(List.of()));
    }

    /** A person asked to be forgotten. */
    void erase(long profile) {
        desk().erase(profile);
    }

    /** Somebody decided that a contact of the CRM is another person. */
    void split(long profile, int id) {
        long record = new SqlitePeople(database, profiles, RULES)
                .person(profile).orElseThrow().records().stream()
                        .filter(each -> each.key().equals(String.valueOf(id)))
                        .findFirst()
                        .orElseThrow()
                        .number();
        desk().split(profile, record);
    }

    private SqliteIdentityDesk desk() {
        List<Mapping> mappings = List.of(CONTACTS, ORDERS);
        return new SqliteIdentityDesk(database, derivation(mappings), ingest(mappings), Clock.systemUTC());
    }

    /** The step as it is after someone changed a mapping. */
    IngestStep stepWith(Mapping changed) {
        return new IngestStep(ingest(List.of(changed)), rejections, transactions, Clock.systemUTC());
    }

    /** One contact of the CRM. */
    static SourceRecord contact(int id, String mail, String name, String newsletter) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", String.valueOf(id));
        fields.put("mail", mail);
        fields.put("name", name);
        fields.put("newsletter", newsletter);
        return new SourceRecord(String.valueOf(id), fields, false);
    }

    static SourceRecord contact(int id) {
        return contact(id, "p" + id + "@shop.test", "N" + id, "granted");
    }

    void keep(SourceRecord... records) {
        ingest.page(CONTACTS, List.of(records));
    }

    void keepPeople(int from, int to) {
        for (int id = from; id <= to; id++) {
            keep(contact(id));
        }
    }

    /** The number of the person with that id in the CRM. */
    long person(int id) {
        return profiles.after(0, 10_000).stream()
                .filter(row -> String.valueOf(id).equals(row.fields().get("crm_id")))
                .mapToLong(ProfileRow::id)
                .findFirst()
                .orElseThrow();
    }

    List<Map<String, Object>> everybody() {
        return profiles.after(0, 10_000).stream().map(ProfileRow::fields).toList();
    }

    static PushTarget target(Sink sink) {
        return target(sink, "email");
    }

    /** A destination that takes email, name; its objects are found by the trait {@code match}. */
    static PushTarget target(Sink sink, String match) {
        Map<String, ValueRule> fields = new LinkedHashMap<>();
        fields.put("key", ValueRule.path(match));
        fields.put("name", ValueRule.path("first_name"));
        OutMapping mapping = new OutMapping("mail-members", MAIL, "key", fields, 1);
        Stream stream = sink.streams().get(0);
        return new PushTarget(MAIL, sink, stream, mapping, new OutMapper(mapping, ZoneId.of("UTC")));
    }

    static PushOptions options(Mode mode) {
        return PushOptions.of(mode, OPEN);
    }

    static PushOptions options(Mode mode, OnLeave onLeave, String tag) {
        return new PushOptions(mode, onLeave, Optional.ofNullable(tag), Optional.empty(), 0, OPEN);
    }

    /** One whole run that pushes everybody. */
    RunView push(Sink sink, PushOptions options) {
        return push("to-mail", RunRequest.send(Trigger.COMMAND), target(sink), options, everybody());
    }

    RunView push(
            String route,
            RunRequest request,
            PushTarget target,
            PushOptions options,
            List<Map<String, Object>> people) {
        Run run = runs.start(route, request);
        try (PushSession session = begin(run, target, options)) {
            for (int from = 0; from < people.size(); from += 3) {
                session.stage(people.subList(from, Math.min(people.size(), from + 3)));
            }
            PushResult result = session.complete();
            return run.finish(result.status(), result.message());
        } catch (RuntimeException e) {
            return run.fail(e);
        }
    }

    /** As a route does that only pushes: people are staged as the store has them, and whom it may it passes over. */
    RunView pushAsStored(PushTarget target, PushOptions options) {
        Run run = runs.start("to-mail", RunRequest.send(Trigger.COMMAND));
        try (PushSession session = begin(run, target, options)) {
            BitSet settled = session.settled();
            session.passOver(settled);
            session.stage(profiles.after(0, 10_000).stream()
                    .filter(person -> !settled.get((int) person.id()))
                    .map(ProfileRow::fields)
                    .toList());
            PushResult result = session.complete();
            return run.finish(result.status(), result.message());
        } catch (RuntimeException e) {
            return run.fail(e);
        }
    }

    /** A push of people as they are now. */
    PushSession begin(Run run, PushTarget target, PushOptions options) {
        return pushes.begin(run, target, options, profiles.version());
    }

    RunView apply(long plan, Sink sink) {
        return apply(plan, target(sink));
    }

    RunView apply(long plan, PushTarget target) {
        Run run = runs.start("to-mail", RunRequest.send(Trigger.APPLY));
        try {
            PushResult result = pushes.apply(run, plan, target);
            return run.finish(result.status(), result.message());
        } catch (RuntimeException e) {
            return run.fail(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }

    private static IdentifierRule rule(String name, IdentifierRule.Kind kind) {
        return new IdentifierRule(name, 3, kind, "", List.of(), false, IdentifierRule.DEFAULT_MAX_PEOPLE);
    }

    private static Mapping mapping(String name, Mapping.Target target, Map<String, String> paths) {
        Map<String, ValueRule> rules = new LinkedHashMap<>();
        paths.forEach((field, path) -> rules.put(field, ValueRule.path(path)));
        return new Mapping(
                name, StreamName.parse(name.replace('-', '/')), target, rules, Map.of(), Optional.empty(), 1);
    }
}
