package io.serai.sync;

import io.serai.record.Payload;
import io.serai.spi.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;

/** Writes outcomes down where they matter: ledger, plan, rejections and counts. Call it inside one transaction. */
final class Settlement {

    private final Pushes.Parts parts;
    private final Run run;
    private final PushTarget target;
    private final Operations operations;
    private final long sync;
    private final long plan;
    private final LongConsumer confirmed;

    Settlement(
            Pushes.Parts parts,
            Run run,
            PushTarget target,
            Operations operations,
            long sync,
            long plan,
            LongConsumer confirmed) {
        this.parts = parts;
        this.run = run;
        this.target = target;
        this.operations = operations;
        this.sync = sync;
        this.plan = plan;
        this.confirmed = confirmed;
    }

    /** A staged sink answered: kept with the plan until it commits. The same rows as for {@link #settle}. */
    void note(List<PlanRow> rows, Map<Long, Outcome> outcomes) {
        List<PlanRow> noted = new ArrayList<>();
        int deferred = 0;
        for (PlanRow row : rows) {
            Outcome outcome = outcomes.get(row.profile());
            if (outcome instanceof Outcome.Written written) {
                if (written.remoteId() != null && !written.remoteId().equals(row.remoteId())) {
                    noted.add(row.withRemoteId(written.remoteId()).in(PlanRow.State.TAKEN, null));
                }
            } else if (outcome instanceof Outcome.Rejected refusal) {
                noted.add(row.in(PlanRow.State.REFUSED, refusal.why()));
            } else {
                noted.add(row.in(PlanRow.State.DEFERRED, why(outcome)));
                deferred++;
            }
        }
        parts.plans().update(plan, noted);
        reached(PlanRow.State.TAKEN, rows);
        run.add(Counts.ofPush(0, 0, 0, deferred, 0));
    }

    private void reached(PlanRow.State state, List<PlanRow> rows) {
        PlanRow last = rows.get(rows.size() - 1);
        parts.plans().reached(plan, state, last.phase(), last.profile());
    }

    /** The outcomes stand. Rows must be all of those that are due, or taken, from the first to the last of them. */
    void settle(List<PlanRow> rows, Map<Long, Outcome> outcomes) {
        Map<Long, LedgerRow> known =
                parts.ledger().rows(sync, rows.stream().map(PlanRow::profile).toList());
        List<LedgerRow> ledger = new ArrayList<>();
        List<PlanRow> moved = new ArrayList<>();
        List<Rejection> refused = new ArrayList<>();
        List<Long> accepted = new ArrayList<>();
        List<PlanRow> unsure = new ArrayList<>();
        boolean asPlanned = known.isEmpty();
        long now = parts.clock().millis();
        for (PlanRow row : rows) {
            LedgerRow before = known.get(row.profile());
            Outcome outcome = outcomes.get(row.profile());
            if (outcome instanceof Outcome.Written written) {
                ledger.add(confirmed(row, before, written.remoteId(), now));
                asPlanned &= row.op() == PlanOp.ADD && Objects.equals(written.remoteId(), row.remoteId());
                accepted.add(row.profile());
                if (!row.op().leaving()) {
                    confirmed.accept(row.profile());
                }
            } else if (outcome instanceof Outcome.Rejected refusal) {
                ledger.add(refused(row, before, now));
                moved.add(row.in(PlanRow.State.REJECTED, refusal.why()));
                refused.add(rejection(row, refusal.why()));
            } else {
                moved.add(row.in(PlanRow.State.DEFERRED, why(outcome)));
                if (outcome == null) {
                    unsure.add(row);
                }
            }
        }
        new Uncertainty(parts).mark(sync, operations.adds(), unsure);
        if (asPlanned && accepted.size() == rows.size()) {
            parts.ledger().confirm(sync, plan, rows.get(0).phase(), ledger);
        } else {
            parts.ledger().save(sync, ledger);
        }
        parts.plans().update(plan, moved);
        if (rows.get(0).state() == PlanRow.State.DUE) {
            reached(PlanRow.State.SENT, rows);
        }
        parts.rejections().accept(sync, accepted);
        if (!refused.isEmpty()) {
            parts.rejections().refuse(sync, refused);
        }
        int deferred = rows.size() - accepted.size() - refused.size();
        run.add(Counts.ofPush(0, accepted.size(), refused.size(), deferred, 0));
    }

    private static String why(Outcome outcome) {
        return outcome instanceof Outcome.Deferred deferral ? deferral.why() : "the connector gave no answer";
    }

    /** Forgets people who are to leave without anything being sent. */
    void release(List<PlanRow> rows) {
        List<Long> people = rows.stream().map(PlanRow::profile).toList();
        parts.ledger().forget(sync, people);
        parts.rejections().accept(sync, people);
        parts.plans()
                .update(
                        plan,
                        rows.stream()
                                .map(row -> row.in(PlanRow.State.RELEASED, row.reason()))
                                .toList());
    }

    private LedgerRow confirmed(PlanRow row, LedgerRow before, String remoteId, long now) {
        long at = at(before, now);
        if (row.op() == PlanOp.REMOVE) {
            return new LedgerRow(row.profile(), null, null, null, 0, false, 0, at);
        }
        String remote = remoteId == null ? row.remoteId() : remoteId;
        if (row.op().leaving()) {
            return new LedgerRow(row.profile(), null, remote, null, 0, false, 0, at);
        }
        boolean added = row.op() == PlanOp.ADD ? operations.adds() : before != null && before.added();
        return new LedgerRow(row.profile(), row.match(), remote, row.fields(), row.hash(), added, 0, at);
    }

    private LedgerRow refused(PlanRow row, LedgerRow before, long now) {
        return before == null
                ? new LedgerRow(row.profile(), null, null, null, 0, false, row.hash(), now)
                : new LedgerRow(
                        row.profile(),
                        before.match(),
                        before.remoteId(),
                        before.fields(),
                        before.hash(),
                        before.added(),
                        row.hash(),
                        before.at());
    }

    private static long at(LedgerRow before, long now) {
        return before == null ? now : Math.max(now, before.at() + 1);
    }

    private Rejection rejection(PlanRow row, String why) {
        return new Rejection(
                0,
                run.id(),
                Rejection.Side.PUSH,
                target.name().toString(),
                row.match(),
                row.profile(),
                why,
                Payload.text(row.fields()),
                parts.clock().instant(),
                true);
    }
}
