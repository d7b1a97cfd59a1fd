package io.serai;

import io.serai.camel.ConnectionStreams;
import io.serai.camel.HubCamel;
import io.serai.camel.HubServices;
import io.serai.camel.StoredPeople;
import io.serai.record.OutMapper;
import io.serai.record.StreamName;
import io.serai.sync.PlanView;
import io.serai.sync.Purpose;
import io.serai.sync.PushResult;
import io.serai.sync.PushTarget;
import io.serai.sync.Retry;
import io.serai.sync.Run;
import io.serai.sync.RunRequest;
import io.serai.sync.RunStatus;
import io.serai.sync.RunView;
import io.serai.sync.SyncException;
import io.serai.sync.Trigger;
import java.util.Optional;
import java.util.Set;

/** Routes at work on an open hub. Close it before the hub. */
public final class Routes implements AutoCloseable {

    private final Hub hub;
    private final Accounts accounts;
    private final HubServices services;

    private Routes(Hub hub, Accounts accounts) {
        this.hub = hub;
        this.accounts = accounts;
        this.services = new HubServices(
                hub.config().hub().timezone(),
                hub.runs(),
                hub.pulls(),
                hub.ingestStep(),
                hub.pushes(),
                hub.guards(),
                new ConnectionStreams(accounts.connections()),
                new StoredPeople(hub.profiles(), hub.traitRefresh(), hub.segments()),
                hub.identityEvents(),
                hub.config().mappings(),
                hub.config().outMappings());
    }

    /** The routes of a hub that was opened for writing; none is loaded yet. */
    public static Routes of(Hub hub) {
        return new Routes(hub, Accounts.of(hub.home()));
    }

    /** The routes under another version of the configuration: accounts that are the same stay open. */
    public Routes next(Hub next) {
        return new Routes(next, accounts.next(next.home()));
    }

    /** Closes the accounts that another version opened and this one does not have. */
    public void closeOtherAccounts() {
        accounts.connections().closeOthers();
    }

    /** Runs one route once, alone. */
    public RunView run(String route, RunRequest request) {
        try (HubCamel camel = HubCamel.open(hub.home().home(), System.getenv())) {
            camel.load(services, route);
            camel.start();
            return camel.runOnce(route, request);
        }
    }

    /** Starts all routes with their schedules; they run until what is returned is closed. */
    public HubCamel start() {
        HubCamel camel = HubCamel.open(hub.home().home(), System.getenv());
        try {
            camel.load(services);
            camel.start();
            return camel;
        } catch (RuntimeException e) {
            camel.close();
            throw e;
        }
    }

    /**
     * Makes all routes ready beside those that run: what is wrong with them shows here, and none is started.
     *
     * @param running the Camel of those that run
     */
    public HubCamel prepare(HubCamel running) {
        HubCamel camel = running.another();
        try {
            camel.load(services);
            camel.prepare();
            return camel;
        } catch (RuntimeException e) {
            camel.close();
            throw e;
        }
    }

    /**
     * Delivers a plan that waits, exactly as it was reviewed.
     *
     * @throws SyncException when there is no such plan or it cannot be applied any more
     */
    public RunView apply(long number) {
        PlanView plan = hub.plans()
                .get(number)
                .orElseThrow(() -> new SyncException("There is no plan " + number + ". Make one with: hub plan ROUTE"));
        Run run = hub.runs().start(plan.route(), RunRequest.send(Trigger.APPLY));
        try {
            PushResult result = hub.pushes().apply(run, number, target(plan));
            return run.finish(result.status(), result.message());
        } catch (RuntimeException e) {
            return run.fail(e);
        }
    }

    private PushTarget target(PlanView plan) {
        StreamName name = plan.destination();
        var mapping = Optional.ofNullable(hub.config().outMappings().get(plan.mapping()))
                .orElseThrow(() -> new SyncException("The mapping \"" + plan.mapping() + "\" of plan " + plan.id()
                        + " is gone. Plan again: hub plan " + plan.route()));
        return new PushTarget(
                name,
                services.streams().sink(name),
                services.streams().stream(name),
                mapping,
                new OutMapper(mapping, hub.config().hub().timezone()));
    }

    /** Gives what was refused in a run another chance; the result is the new run, empty when nothing stood open. */
    public Optional<RunView> retry(long refusedIn) {
        Retry.Work work = hub.retry().prepare(refusedIn);
        if (work.records() > 0) {
            Run run = hub.runs().start(work.route(), new RunRequest(Trigger.RETRY, Purpose.SEND, Set.of()));
            try {
                hub.retry()
                        .records(
                                run,
                                refusedIn,
                                name -> Optional.ofNullable(
                                        hub.config().mappings().get(name)),
                                hub.ingestStep());
                return Optional.of(run.finish(RunStatus.DONE, null));
            } catch (RuntimeException e) {
                return Optional.of(run.fail(e));
            }
        }
        return work.people().isEmpty()
                ? Optional.empty()
                : Optional.of(run(work.route(), RunRequest.retry(work.people())));
    }

    /** What stops long waits early. */
    public void cancel() {
        accounts.camel().cancel();
    }

    @Override
    public void close() {
        accounts.close();
    }
}
