package io.serai;

import io.serai.config.HubConfig;
import io.serai.config.HubSettings;
import io.serai.connector.Connections;
import io.serai.connector.ConnectorHost;
import io.serai.profile.Census;
import io.serai.profile.FactReader;
import io.serai.profile.IdentityDesk;
import io.serai.profile.IdentityEvents;
import io.serai.profile.KeptRecords;
import io.serai.profile.MergeGuard;
import io.serai.profile.People;
import io.serai.profile.Profiles;
import io.serai.profile.Progress;
import io.serai.profile.Provenances;
import io.serai.profile.Survivors;
import io.serai.profile.TraitCalculator;
import io.serai.profile.TraitRefresh;
import io.serai.segment.RuleTraits;
import io.serai.segment.Segments;
import io.serai.store.Derivation;
import io.serai.store.SqliteCensus;
import io.serai.store.SqliteCheckpoints;
import io.serai.store.SqliteDatabase;
import io.serai.store.SqliteHouseholds;
import io.serai.store.SqliteIdentityDesk;
import io.serai.store.SqliteIdentityEvents;
import io.serai.store.SqliteIngest;
import io.serai.store.SqliteKeptRecords;
import io.serai.store.SqliteLedger;
import io.serai.store.SqlitePeople;
import io.serai.store.SqlitePlans;
import io.serai.store.SqliteProfiles;
import io.serai.store.SqliteProvenances;
import io.serai.store.SqliteRederiving;
import io.serai.store.SqliteRejections;
import io.serai.store.SqliteRuns;
import io.serai.store.SqliteSegments;
import io.serai.store.SqliteSuppressions;
import io.serai.store.SqliteTraitRefresh;
import io.serai.store.SqliteTransactions;
import io.serai.sync.Checkpoints;
import io.serai.sync.Guards;
import io.serai.sync.IngestStep;
import io.serai.sync.Patience;
import io.serai.sync.Plans;
import io.serai.sync.PullRun;
import io.serai.sync.Pushes;
import io.serai.sync.Rejections;
import io.serai.sync.Retry;
import io.serai.sync.Runs;
import io.serai.sync.Transactions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/** A hub over one home: everything it consists of, wired here and nowhere else. Closing it closes the store. */
public final class Hub implements AutoCloseable {

    private static final Duration FOR_EVER = Duration.ofDays(365_000);

    private final HubHome home;
    private final HubConfig config;
    private final SqliteDatabase database;
    private final Clock clock = Clock.systemUTC();

    private final TraitCalculator traits;
    private final SqliteIngest ingest;
    private final SqliteRederiving rederiving;
    private final Profiles profiles;
    private final People people;
    private final Provenances provenances;
    private final IdentityDesk identity;
    private final SqliteIdentityEvents identityEvents;
    private final SqliteTraitRefresh traitRefresh;
    private final Segments segments;

    private final Transactions transactions;
    private final Checkpoints checkpoints;
    private final Rejections rejections;
    private final Runs runs;
    private final Plans plans;
    private final Pushes pushes;
    private final IngestStep ingestStep;
    private final Retry retry;

    private Hub(HubHome home, SqliteDatabase database) {
        this.home = home;
        this.config = home.checked().config();
        this.database = database;

        HubSettings settings = config.hub();
        traits = new TraitCalculator(config.traits());
        Derivation derivation = new Derivation(
                config.mappings().values(),
                settings.timezone(),
                new FactReader(config.identity()),
                config.identity(),
                new Survivors(config.survivorship()),
                traits);
        ingest = new SqliteIngest(
                database, derivation, clock, RuleTraits.of(config.segments().values()));
        profiles = new SqliteProfiles(database);
        people = new SqlitePeople(database, profiles, config.identity());
        provenances = new SqliteProvenances(database, derivation);
        identity = new SqliteIdentityDesk(
                database, derivation, ingest, clock, settings.guards().maxMerges());
        identityEvents = new SqliteIdentityEvents(database);
        traitRefresh = new SqliteTraitRefresh(database, traits, clock);
        rederiving =
                new SqliteRederiving(database, ingest, traitRefresh, new SqliteHouseholds(database, config.identity()));
        segments = new Segments(
                config.segments().values(),
                config.traits(),
                settings.timezone(),
                clock,
                new SqliteSegments(database, traits));

        transactions = new SqliteTransactions(database);
        checkpoints = new SqliteCheckpoints(database);
        rejections = new SqliteRejections(database);
        SqliteLedger ledger = new SqliteLedger(database);
        SqlitePlans planStore = new SqlitePlans(database);
        runs = new Runs(
                new SqliteRuns(database), clock, settings.retention().runs().orElse(FOR_EVER));
        plans = new Plans(planStore);
        pushes = new Pushes(new Pushes.Parts(
                ledger,
                planStore,
                rejections,
                transactions,
                profiles,
                new SqliteSuppressions(database, config.identity()),
                identity::weakestLink,
                Patience.USUAL,
                clock));
        ingestStep = new IngestStep(
                ingest, rejections, transactions, clock, settings.guards().maxMerges());
        retry = new Retry(runs, rejections, ledger, transactions);
    }

    /** A hub that only answers questions; beside one that runs. */
    public static Hub reading(HubHome home) {
        return new Hub(
                home, SqliteDatabase.openForReading(home.checked().config().store()));
    }

    /** As {@link #writing(HubHome, String, Progress, Consumer)}, telling nobody. */
    public static Hub writing(HubHome home, String what) {
        return writing(home, what, Progress.NONE, reread -> {});
    }

    /**
     * A hub that works. Marks what a dead process left, and derives again what another configuration than today's derived.
     *
     * @param what the command, shown to whoever is refused meanwhile
     * @param progress of the deriving
     * @param told gets what that changed, when there was something to derive
     * @throws io.serai.profile.CollapseException when the changed rules would merge more profiles than is allowed
     */
    public static Hub writing(HubHome home, String what, Progress progress, Consumer<Reread> told) {
        Hub hub = resolving(home, what);
        try {
            Reread reread = hub.reread(hub.segments, SqliteIngest.ALLOW, progress);
            if (reread.happened()) {
                told.accept(reread);
            }
        } catch (RuntimeException stopped) {
            hub.close();
            throw stopped;
        }
        hub.config
                .hub()
                .retention()
                .events()
                .ifPresent(age -> hub.identityEvents.forget(hub.clock.instant().minus(age)));
        return hub;
    }

    /** Another version of the configuration over the same open store. */
    public Hub next(HubHome next) {
        return new Hub(next, database);
    }

    /**
     * Derives again what another configuration derived, and brings memberships up to date with it: all of it or nothing.
     *
     * @param before the segments as they were meant until now
     * @param allow how a person allows it when a guard stops it
     * @throws io.serai.profile.CollapseException when it would merge more profiles than is allowed; nothing changes then
     */
    public Reread reread(Segments before, String allow, Progress progress) {
        return new Rereading(rederiving, transactions)
                .run(before, segments, new MergeGuard(config.hub().guards().maxMerges(), allow), progress);
    }

    /** A hub that is about to resolve everybody anyway: what was derived by other identity rules is left as it is until then. */
    public static Hub resolving(HubHome home, String what) {
        Hub hub = new Hub(
                home, SqliteDatabase.openForWriting(home.checked().config().store(), what));
        hub.runs.recover();
        return hub;
    }

    /** A hub over an empty store in another place, for trying things out. */
    static Hub scratch(HubHome home, Path store) {
        return new Hub(home, SqliteDatabase.openForWriting(store, "try"));
    }

    /** The accounts of this home, none open yet. */
    public Connections connections(ConnectorHost host) {
        return home.connections(host);
    }

    /** What a pull needs. */
    public PullRun.Parts pulls() {
        return new PullRun.Parts(checkpoints, rejections, transactions, ingest, Patience.USUAL, clock);
    }

    /** When a push waits for a person. */
    public Guards guards() {
        HubSettings.Guards guards = config.hub().guards();
        return new Guards(guards.maxRemovals(), guards.maxChange(), guards.approveFirstRun());
    }

    public HubHome home() {
        return home;
    }

    public HubConfig config() {
        return config;
    }

    public Profiles profiles() {
        return profiles;
    }

    public People people() {
        return people;
    }

    /** Where people's traits came from. */
    public Provenances provenances() {
        return provenances;
    }

    /** What became of profiles. */
    public IdentityEvents identityEvents() {
        return identityEvents;
    }

    /** How much the store holds now. */
    public Census census() {
        return new SqliteCensus(database).take();
    }

    public IdentityDesk identity() {
        return identity;
    }

    public TraitRefresh traitRefresh() {
        return traitRefresh;
    }

    /** Every record kept, read under today's mappings. */
    public KeptRecords keptRecords() {
        return new SqliteKeptRecords(
                database, config.mappings().values(), config.hub().timezone());
    }

    public Segments segments() {
        return segments;
    }

    public Runs runs() {
        return runs;
    }

    public Rejections rejections() {
        return rejections;
    }

    public Plans plans() {
        return plans;
    }

    public Pushes pushes() {
        return pushes;
    }

    public IngestStep ingestStep() {
        return ingestStep;
    }

    public Retry retry() {
        return retry;
    }

    @Override
    public void close() {
        database.close();
    }
}
