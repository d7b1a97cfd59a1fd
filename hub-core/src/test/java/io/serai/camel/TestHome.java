package io.serai.camel;

import io.serai.identity.IdentifierRule;
import io.serai.identity.Identifiers;
import io.serai.identity.IdentityRules;
import io.serai.profile.FactReader;
import io.serai.profile.ProfileRow;
import io.serai.profile.Survivors;
import io.serai.profile.Survivorship;
import io.serai.profile.TraitCalculator;
import io.serai.profile.TraitDefinition;
import io.serai.record.Mapping;
import io.serai.record.OutMapping;
import io.serai.record.StreamName;
import io.serai.record.ValueRule;
import io.serai.segment.Segment;
import io.serai.segment.Segments;
import io.serai.spi.Cursor;
import io.serai.store.Derivation;
import io.serai.store.SqliteCheckpoints;
import io.serai.store.SqliteDatabase;
import io.serai.store.SqliteIdentityEvents;
import io.serai.store.SqliteIngest;
import io.serai.store.SqliteLedger;
import io.serai.store.SqlitePlans;
import io.serai.store.SqliteProfiles;
import io.serai.store.SqliteRejections;
import io.serai.store.SqliteRuns;
import io.serai.store.SqliteSegments;
import io.serai.store.SqliteSuppressions;
import io.serai.store.SqliteTraitRefresh;
import io.serai.store.SqliteTransactions;
import io.serai.sync.Guards;
import io.serai.sync.IngestStep;
import io.serai.sync.Patience;
import io.serai.sync.PullRun;
import io.serai.sync.Pushes;
import io.serai.sync.RunRequest;
import io.serai.sync.RunView;
import io.serai.sync.Runs;
import io.serai.sync.Trigger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A hub home with a real store and real routes; its accounts are lists and maps of the test. */
final class TestHome implements AutoCloseable {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final IdentityRules RULES = new IdentityRules(
            List.of(identifier("shop_id", IdentifierRule.Kind.ID), identifier("email", IdentifierRule.Kind.EMAIL)), 1);
    private static final Clock CLOCK = Clock.systemUTC();

    static final Mapping CUSTOMERS = mapping(
            "shop-customers",
            Mapping.Target.PROFILE,
            Map.of("shop_id", "id", "email", "email", "city", "city", "consent.email", "newsletter"),
            Map.of());
    static final Mapping ORDERS = mapping(
            "shop-orders",
            Mapping.Target.ORDER,
            Map.of("id", "number", "time", "at", "total", "total"),
            Map.of("shop_id", "customer"));
    static final OutMapping MEMBERS = new OutMapping(
            "mail-members",
            StreamName.parse("mail/members"),
            "email",
            Map.of("email", ValueRule.path("email"), "city", ValueRule.path("city")),
            1);

    final Path home;
    final SqliteDatabase database;
    final Runs runs;
    final SqliteRejections rejections;
    final SqliteCheckpoints checkpoints;
    final SqliteProfiles profiles;
    final ListedStreams streams = new ListedStreams();
    final HubServices services;
    private final List<HubCamel> open = new ArrayList<>();

    TestHome(Path home, Segment... segments) {
        this.home = home;
        database = SqliteDatabase.openForWriting(home.resolve("data/hub.db"), "test");
        runs = new Runs(new SqliteRuns(database), CLOCK, Duration.ofDays(1));
        rejections = new SqliteRejections(database);
        checkpoints = new SqliteCheckpoints(database);
        profiles = new SqliteProfiles(database);
        services = services(segments);
    }

    private HubServices services(Segment... segments) {
        TraitCalculator traits = new TraitCalculator(List.of(new TraitDefinition(
                "ltv",
                TraitDefinition.Function.SUM,
                "order",
                Optional.of("total"),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                1)));
        List<Mapping> mappings = List.of(CUSTOMERS, ORDERS);
        Derivation derivation = new Derivation(
                mappings,
                ZONE,
                new FactReader(Identifiers.of(RULES)),
                RULES,
                new Survivors(Survivorship.DEFAULT),
                traits);
        SqliteIngest ingest = new SqliteIngest(database, derivation, CLOCK);
        SqliteTransactions transactions = new SqliteTransactions(database);
        Patience impatient = new Patience(1, Duration.ofMillis(1), Duration.ofMillis(1));
        return new HubServices(
                ZONE,
                runs,
                new PullRun.Parts(checkpoints, rejections, transactions, ingest, impatient, CLOCK),
                new IngestStep(ingest, rejections, transactions, CLOCK),
                new Pushes(new Pushes.Parts(
                        new SqliteLedger(database),
                        new SqlitePlans(database),
                        rejections,
                        transactions,
                        profiles,
                        new SqliteSuppressions(database, RULES),
                        person -> Optional.empty(),
                        impatient,
                        CLOCK)),
                new Guards(1, 1, false),
                streams,
                new StoredPeople(
                        profiles,
                        new SqliteTraitRefresh(database, traits, CLOCK),
                        new Segments(List.of(segments), List.of(), ZONE, CLOCK, new SqliteSegments(database, traits))),
                new SqliteIdentityEvents(database),
                byName(mappings),
                Map.of(MEMBERS.name(), MEMBERS));
    }

    /** Writes {@code routes/NAME.camel.yaml}. */
    TestHome routes(String name, String yaml) {
        return file("routes/" + name + ".camel.yaml", yaml);
    }

    TestHome file(String name, String content) {
        try {
            Path path = home.resolve(name);
            Files.createDirectories(path.getParent());
            Files.writeString(path, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One run of one route, as {@code hub sync} does it. */
    RunView sync(String route) {
        return sync(route, RunRequest.send(Trigger.COMMAND));
    }

    RunView sync(String route, RunRequest request) {
        try (HubCamel camel = HubCamel.open(home, System.getenv())) {
            camel.load(services, route);
            camel.start();
            return camel.runOnce(route, request);
        }
    }

    /** All routes, started, as {@code hub run} does it; stopped with the home. */
    HubCamel start() {
        return start(Map.of());
    }

    HubCamel start(Map<String, String> environment) {
        HubCamel camel = HubCamel.open(home, environment);
        open.add(camel);
        camel.load(services);
        camel.start();
        return camel;
    }

    void stopRoutes() {
        open.forEach(HubCamel::close);
        open.clear();
    }

    String checkpoint(String route, String stream) {
        Cursor cursor = checkpoints.load(route, StreamName.parse(stream));
        return cursor.value();
    }

    /** The emails of everybody. */
    Set<String> emails() {
        Set<String> emails = new TreeSet<>();
        for (ProfileRow row : profiles.after(0, 100_000)) {
            emails.add(String.valueOf(row.fields().get("email")));
        }
        return emails;
    }

    RunView lastRun(String route) {
        return runs.list(route, 1).get(0);
    }

    static Map<String, Object> record(Object... pairs) {
        Map<String, Object> record = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            record.put((String) pairs[i], pairs[i + 1]);
        }
        return record;
    }

    private static Map<String, Mapping> byName(List<Mapping> mappings) {
        Map<String, Mapping> byName = new HashMap<>();
        mappings.forEach(mapping -> byName.put(mapping.name(), mapping));
        return byName;
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

    private static IdentifierRule identifier(String name, IdentifierRule.Kind kind) {
        return new IdentifierRule(name, 5, kind, "", List.of(), false, IdentifierRule.DEFAULT_MAX_PEOPLE);
    }

    @Override
    public void close() {
        stopRoutes();
        database.close();
    }
}
