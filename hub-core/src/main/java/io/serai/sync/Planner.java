package io.serai.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a plan of what was staged: settles who gets a match value, finds who is to leave, and asks the guards. */
final class Planner {

    private static final int PAGE = 2000;

    /** What became of a plan. */
    record Decision(PlanStatus status, String reason) {

        PushResult result(long plan) {
            boolean held = status == PlanStatus.HELD;
            return new PushResult(plan, held ? RunStatus.HELD : RunStatus.DONE, reason);
        }
    }

    private final Pushes.Parts parts;
    private final Run run;
    private final PushTarget target;
    private final Guards guards;
    private final PlanTerms terms;
    private final Difference difference;
    private final Staged staged;

    Planner(
            Pushes.Parts parts,
            Run run,
            PushTarget target,
            Guards guards,
            PlanTerms terms,
            Difference difference,
            Staged staged) {
        this.parts = parts;
        this.run = run;
        this.target = target;
        this.guards = guards;
        this.terms = terms;
        this.difference = difference;
        this.staged = staged;
    }

    Decision decide(long sync, long plan) {
        Ledger.Contents contents = parts.ledger().contents(sync);
        long held = contents.held().cardinality();
        boolean first = contents.listed().isEmpty();
        // Where nobody holds anything and no match value is asked for twice, there is nothing to settle.
        if (!first || staged.contested()) {
            new Claims(parts, target, difference, staged).settle(sync, plan);
        }
        leave(sync, plan);
        PlanTotals totals = parts.plans().totals(plan);
        Decision decision = decision(plan, totals, held, first);
        boolean sending = decision.status() == PlanStatus.SENDING;
        run.add(Counts.ofPush(
                totals.due() + totals.held(), 0, 0, 0, sending ? totals.held() : totals.held() + totals.due()));
        parts.plans().decide(plan, decision.status(), decision.reason(), totals, staged.unchanged);
        if (decision.status() != PlanStatus.DRY_RUN) {
            parts.plans().supersede(sync, plan);
        }
        return decision;
    }

    private Decision decision(long plan, PlanTotals totals, long held, boolean first) {
        return switch (run.request().purpose()) {
            case DRY_RUN -> new Decision(PlanStatus.DRY_RUN, null);
            case PLAN -> new Decision(PlanStatus.PLANNED, null);
            case SEND -> {
                String reason = guard(totals, held, first);
                yield reason == null
                        ? new Decision(PlanStatus.SENDING, null)
                        : new Decision(
                                PlanStatus.HELD,
                                reason + " Nothing was sent. Look at it with hub plan " + plan
                                        + ", or send exactly this with hub apply " + plan + ".");
            }
        };
    }

    private String guard(PlanTotals totals, long held, boolean first) {
        if (first && guards.approveFirst() && totals.due() > 0) {
            return "This is the first plan for \"" + target.name() + "\" (" + totals.adds()
                    + " people), and first_run is" + " approve.";
        }
        if (totals.removals() > 0
                && staged.nobody()
                && !staged.changesOnly
                && run.request().only().isEmpty()) {
            return "Nobody is left to be at \"" + target.name() + "\", and " + totals.removals() + " of " + held
                    + " people would be removed: that looks like a source that is empty by accident.";
        }
        if (totals.removals() > guards.maxRemovals() * held) {
            return totals.removals() + " of " + held + " people would be removed from \"" + target.name() + "\", and"
                    + " max_removals is " + percent(guards.maxRemovals()) + ".";
        }
        if (held > 0 && totals.changes() > guards.maxChange() * held) {
            return totals.changes() + " of " + held + " people would be changed at \"" + target.name() + "\", and"
                    + " max_change is " + percent(guards.maxChange()) + ".";
        }
        return null;
    }

    private static String percent(double part) {
        double percent = Math.round(part * 10_000) / 100.0;
        return (percent == Math.rint(percent) ? String.valueOf((long) percent) : String.valueOf(percent)) + "%";
    }

    private void leave(long sync, long plan) {
        Set<Long> only = run.request().only();
        PrimitiveIterator.OfInt gone = staged.gone(parts.ledger().contents(sync).listed()).stream()
                .filter(profile -> only.isEmpty() || only.contains((long) profile))
                .iterator();
        while (gone.hasNext()) {
            List<Long> page = new ArrayList<>();
            while (gone.hasNext() && page.size() < PAGE) {
                page.add((long) gone.nextInt());
            }
            Map<Long, LedgerRow> rows = parts.ledger().rows(sync, page);
            parts.plans()
                    .replace(
                            plan,
                            List.of(),
                            leaving(sync, page.stream().map(rows::get).toList()));
        }
    }

    private List<PlanRow> leaving(long sync, List<LedgerRow> page) {
        Set<String> elsewhere = elsewhere(sync, page);
        List<PlanRow> rows = new ArrayList<>();
        for (LedgerRow row : page) {
            String reason = staged.reason(row.profile());
            if (!row.perhapsThere()) {
                boolean retried = run.request().only().contains(row.profile());
                if ((row.refused() != 0 || retried) && reason == null) {
                    rows.add(difference.leaving(row, PlanOp.RELEASE, "never arrived"));
                }
            } else if (difference.mayLeave(row)) {
                boolean shared = elsewhere.contains(row.match());
                PlanRow planned = difference.leaving(
                        row,
                        shared ? PlanOp.RELEASE : difference.leaveOp(),
                        shared ? "another sync still holds it" : reason);
                if (shared || row.refused() != planned.hash()) {
                    rows.add(planned);
                }
            }
        }
        return rows;
    }

    private Set<String> elsewhere(long sync, List<LedgerRow> page) {
        Set<String> matches = page.stream()
                .filter(row -> row.perhapsThere() && difference.mayLeave(row))
                .map(LedgerRow::match)
                .collect(Collectors.toSet());
        if (matches.isEmpty()) {
            return Set.of();
        }
        return parts.ledger().heldElsewhere(sync, matches, terms.onLeave() == OnLeave.UNTAG ? terms.tag() : null);
    }
}
