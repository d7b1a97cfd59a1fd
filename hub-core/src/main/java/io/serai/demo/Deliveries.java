package io.serai.demo;

import io.serai.Hub;
import io.serai.Routes;
import io.serai.sync.Counts;
import io.serai.sync.PlanRow;
import io.serai.sync.PlanView;
import io.serai.sync.Rejection;
import io.serai.sync.RunRequest;
import io.serai.sync.RunStatus;
import io.serai.sync.RunView;
import io.serai.sync.Trigger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs the demo's pushes, and approves the first plan of each as a person would after a look at it. */
final class Deliveries {

    private static final int PAGE = 1000;

    private final Hub hub;
    private final Routes routes;
    private final Map<String, Delivery> deliveries = new LinkedHashMap<>();
    private final Map<String, Long> refusals = new TreeMap<>();
    private final Map<String, Long> holds = new TreeMap<>();

    Deliveries(Hub hub, Routes routes) {
        this.hub = hub;
        this.routes = routes;
    }

    /**
     * One push.
     *
     * @param approved whether its plan waited for a word first
     * @param waiting the sentence of a plan that still waits; null when none does
     */
    record Delivery(PlanView plan, Counts counts, boolean approved, String waiting) {}

    /** @throws DemoException when the push failed */
    void push(String route) {
        RunView run = finished(routes.run(route, RunRequest.send(Trigger.COMMAND)));
        PlanView plan = plan(run);
        boolean first = run.status() == RunStatus.HELD && plan.changes() == 0 && plan.removals() == 0;
        Counts counts = run.counts();
        if (first) {
            RunView applied = finished(routes.apply(plan.id()));
            counts = Counts.ofPush(
                    counts.planned(),
                    applied.counts().sent(),
                    applied.counts().rejected(),
                    applied.counts().deferred(),
                    plan.held() + applied.counts().held());
            remember(applied);
        } else {
            remember(run);
        }
        rememberHeld(plan);
        deliveries.put(
                route,
                new Delivery(plan, counts, first, run.status() == RunStatus.HELD && !first ? run.message() : null));
    }

    private static RunView finished(RunView run) {
        if (run.status() == RunStatus.FAILED || run.status() == RunStatus.INTERRUPTED) {
            throw new DemoException(
                    "The route \"" + run.route() + "\" " + run.status().text() + ": " + run.message());
        }
        return run;
    }

    private PlanView plan(RunView run) {
        return hub.plans().list(20).stream()
                .filter(plan -> plan.run() == run.id())
                .findFirst()
                .orElseThrow(() -> new DemoException("The route \"" + run.route() + "\" made no plan: it is no push."));
    }

    private void remember(RunView run) {
        for (Rejection rejection : hub.rejections().of(run.id(), PAGE)) {
            refusals.merge("by " + rejection.target() + ": " + rejection.reason(), 1L, Long::sum);
        }
    }

    private void rememberHeld(PlanView plan) {
        List<PlanRow> page = hub.plans().rows(plan.id(), null, PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(row -> row.state() == PlanRow.State.HELD && row.reason() != null)
                    .forEach(row -> holds.merge(row.reason(), 1L, Long::sum));
            page = hub.plans().rows(plan.id(), page.get(page.size() - 1), PAGE);
        }
    }

    /** By route, in the order in which they went out. */
    Map<String, Delivery> all() {
        return deliveries;
    }

    /** How many people were refused, by the destination's words. */
    Map<String, Long> refusals() {
        return refusals;
    }

    /** How many people were held back, by reason. */
    Map<String, Long> holds() {
        return holds;
    }

    Counts sum() {
        return deliveries.values().stream().map(Delivery::counts).reduce(Counts.NONE, Counts::plus);
    }

    long unchanged() {
        return deliveries.values().stream()
                .mapToLong(delivery -> delivery.plan().unchanged())
                .sum();
    }
}
