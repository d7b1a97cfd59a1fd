package io.serai.sync;

import io.serai.profile.ProfileRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code hub apply}: delivers a plan that waits, leaving out what is not as it was when it was reviewed. */
final class Approval {

    private static final int PAGE = 2000;
    private static final String CHANGED = "changed since the plan, plan again";

    private final Pushes.Parts parts;
    private final Run run;
    private final PushTarget target;

    Approval(Pushes.Parts parts, Run run, PushTarget target) {
        this.parts = parts;
        this.run = run;
        this.target = target;
    }

    PushResult apply(long plan) {
        PlanView view = parts.plans()
                .get(plan)
                .orElseThrow(() -> new SyncException(
                        "There is no plan " + plan + ". hub plan ROUTE makes one and says its number."));
        requireWaiting(view);
        PlanStore.Agreement agreement = parts.plans().agreement(plan);
        PlanTerms terms = agreement.terms();
        Operations operations = Operations.of(target, terms);
        parts.transactions().lasting(() -> begin(plan, terms));
        Delivery delivery =
                new Delivery(parts, run, target, operations, new Clearance(parts, run, terms, false), profile -> {});
        try {
            return delivery.deliver(agreement.sync(), plan);
        } catch (Delivery.ContentsLost lost) {
            parts.transactions().inOne(() -> parts.ledger().clear(agreement.sync()));
            return delivery.stop(
                    plan,
                    RunStatus.FAILED,
                    "\"" + target.name() + "\" does not have any more what it was known to hold (" + lost.getMessage()
                            + "), so this plan does not fit it. Plan again: hub plan " + view.route() + ".");
        }
    }

    private void requireWaiting(PlanView view) {
        String again = " Make a new one: hub plan " + view.route() + ".";
        switch (view.status()) {
            case PLANNED, HELD -> {}
            case SENDING ->
                throw new SyncException(
                        "Plan " + view.id() + " is being delivered, or its process died meanwhile." + again);
            case DONE -> throw new SyncException("Plan " + view.id() + " was delivered already." + again);
            case DRY_RUN -> throw new SyncException("Plan " + view.id() + " was a dry run, only to look at." + again);
            case SUPERSEDED ->
                throw new SyncException("Plan " + view.id() + " cannot be applied any more: " + view.reason() + ".");
            default -> throw new SyncException("Plan " + view.id() + " was not finished." + again);
        }
        if (!view.destination().equals(target.name())
                || !view.mapping().equals(target.mapping().name())
                || !view.route().equals(run.route())) {
            throw new SyncException("Plan " + view.id() + " is for \"" + view.destination() + "\" with the mapping \""
                    + view.mapping() + "\" by the route \"" + view.route() + "\", not for \"" + target.name()
                    + "\" with \"" + target.mapping().name() + "\" by \"" + run.route() + "\"." + again);
        }
    }

    private void begin(long plan, PlanTerms terms) {
        long due = parts.plans().totals(plan).due();
        long held = 0;
        List<PlanRow> page = parts.plans().overtaken(plan, -1, 0, PAGE);
        while (!page.isEmpty()) {
            held += hold(plan, page);
            PlanRow last = page.get(page.size() - 1);
            page = parts.plans().overtaken(plan, last.phase(), last.profile(), PAGE);
        }
        page = parts.plans().touched(plan, -1, 0, PAGE);
        while (!page.isEmpty()) {
            held += hold(plan, different(page, terms));
            PlanRow last = page.get(page.size() - 1);
            page = parts.plans().touched(plan, last.phase(), last.profile(), PAGE);
        }
        requireSameMeaning(plan, terms);
        run.add(Counts.ofPush(due, 0, 0, 0, held));
        parts.plans().move(plan, PlanStatus.SENDING, null);
    }

    /** Who is still due was not touched, so would get what was reviewed, unless the mapping means something else now. */
    private void requireSameMeaning(long plan, PlanTerms terms) {
        List<PlanRow> page = parts.plans().rows(plan, PlanRow.State.DUE, -1, 0, PAGE);
        while (!page.isEmpty()) {
            Map<Long, ProfileRow> now = people(page);
            boolean same = page.stream()
                    .filter(row -> !row.op().leaving() && now.containsKey(row.profile()))
                    .allMatch(row -> isAsReviewed(row, now.get(row.profile()), terms));
            if (!same) {
                throw new SyncException("The mapping \"" + target.mapping().name() + "\" was changed after plan " + plan
                        + " was made, so what was reviewed is not what it means now. Nothing was sent. Plan again: hub plan "
                        + run.route() + ".");
            }
            PlanRow last = page.get(page.size() - 1);
            page = parts.plans().rows(plan, PlanRow.State.DUE, last.phase(), last.profile(), PAGE);
        }
    }

    private long hold(long plan, List<PlanRow> rows) {
        parts.plans().update(plan, rows.stream().map(row -> row.held(CHANGED)).toList());
        return rows.stream().filter(row -> row.op() != PlanOp.RELEASE).count();
    }

    /** A person who was touched, but would get the same fields, is sent as planned. */
    private List<PlanRow> different(List<PlanRow> touched, PlanTerms terms) {
        Map<Long, ProfileRow> now = people(touched);
        List<PlanRow> different = new ArrayList<>();
        for (PlanRow row : touched) {
            ProfileRow person = now.get(row.profile());
            if (row.op().leaving() || person == null || !isAsReviewed(row, person, terms)) {
                different.add(row);
            }
        }
        return different;
    }

    private Map<Long, ProfileRow> people(List<PlanRow> rows) {
        return parts.profiles().byId(rows.stream().map(PlanRow::profile).toList()).stream()
                .collect(Collectors.toMap(ProfileRow::id, Function.identity()));
    }

    private boolean isAsReviewed(PlanRow row, ProfileRow person, PlanTerms terms) {
        return Desired.of(target, terms, row.profile(), person.fields()).hash() == row.hash();
    }
}
