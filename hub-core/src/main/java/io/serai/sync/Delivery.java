package io.serai.sync;

import io.serai.spi.ConnectorException;
import io.serai.spi.StagedSink;
import java.util.List;
import java.util.function.LongConsumer;

/** Sends what is due of a plan, in batches and in the plan's order. */
final class Delivery {

    private static final int FAILURES_IN_A_ROW = 2;

    /** The destination does not have any more what the ledger says. */
    static final class ContentsLost extends RuntimeException {
        ContentsLost(ConnectorException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private final Pushes.Parts parts;
    private final Run run;
    private final PushTarget target;
    private final Operations operations;
    private final Consignment consignment;
    private final StagedSink stagedSink;
    private final LongConsumer confirmed;

    /**
     * @param clearance of whoever is to be sent
     * @param confirmed gets the people of whom the destination has what it should
     */
    Delivery(
            Pushes.Parts parts,
            Run run,
            PushTarget target,
            Operations operations,
            Clearance clearance,
            LongConsumer confirmed) {
        this.parts = parts;
        this.run = run;
        this.target = target;
        this.operations = operations;
        this.consignment = new Consignment(parts, run, target, operations, clearance);
        this.confirmed = confirmed;
        this.stagedSink = target.sink() instanceof StagedSink able ? able : null;
    }

    /** @throws ContentsLost when the destination lost what it held; the plan is left as it is */
    PushResult deliver(long sync, long plan) {
        Settlement settlement = new Settlement(parts, run, target, operations, sync, plan, confirmed);
        boolean open = true;
        try {
            PushResult stopped = send(sync, plan, settlement);
            if (stopped != null) {
                return stopped;
            }
            if (stagedSink != null) {
                new StagedCommit(parts, target, stagedSink).commit(plan, settlement);
            }
            open = false;
            parts.transactions().inOne(() -> parts.plans().move(plan, PlanStatus.DONE, null));
            return new PushResult(plan, RunStatus.DONE, null);
        } catch (ConnectorException e) {
            if (e.kind() == ConnectorException.Kind.CURSOR_LOST) {
                throw new ContentsLost(e);
            }
            return stop(plan, RunStatus.FAILED, "\"" + target.name() + "\" could not be written: " + e.getMessage());
        } catch (SyncException e) {
            return stop(plan, RunStatus.FAILED, e.getMessage());
        } finally {
            if (open && stagedSink != null) {
                stagedSink.rollback(target.stream());
            }
        }
    }

    private PushResult send(long sync, long plan, Settlement settlement) {
        try (Settling settling = new Settling(target.name().toString())) {
            try {
                boolean all = send(sync, plan, settlement, settling);
                settling.await();
                return all ? null : stop(plan, RunStatus.INTERRUPTED, "The run was stopped.");
            } catch (RuntimeException | Error e) {
                afterFailure(settling, e);
                throw e;
            }
        }
    }

    private static void afterFailure(Settling settling, Throwable failure) {
        try {
            settling.await();
        } catch (RuntimeException another) {
            failure.addSuppressed(another);
        }
    }

    /** @return whether everything was sent; false when the run was stopped */
    private boolean send(long sync, long plan, Settlement settlement, Settling settling) {
        int failures = 0;
        int phase = -1;
        List<PlanRow> batch = next(plan, -1, 0);
        try (ReadAhead<List<PlanRow>> ahead = new ReadAhead<>()) {
            while (!batch.isEmpty()) {
                if (run.cancelled()) {
                    return false;
                }
                if (batch.get(0).phase() != phase) {
                    // What needs room asks whether it was made.
                    settling.await();
                }
                PlanRow last = batch.get(batch.size() - 1);
                phase = last.phase();
                ahead.begin(() -> next(plan, last.phase(), last.profile()));
                try {
                    consignment.send(batch, sync, plan, settlement, settling);
                    failures = 0;
                } catch (ConnectorException e) {
                    failures++;
                    deferOrThrow(plan, batch, e, failures);
                }
                batch = ahead.take();
            }
        }
        return true;
    }

    private void deferOrThrow(long plan, List<PlanRow> batch, ConnectorException e, int failures) {
        boolean mayPass = e.kind() == ConnectorException.Kind.TRANSIENT;
        // What a staged sink made of a batch without an answer is not known: it must not commit.
        if (!mayPass || stagedSink != null || failures == FAILURES_IN_A_ROW) {
            throw e;
        }
        parts.transactions().inOne(() -> defer(plan, batch, e.getMessage()));
    }

    /** The next rows of one phase: what makes room is asked for before what needs it. */
    private List<PlanRow> next(long plan, int phase, long profile) {
        List<PlanRow> rows = parts.plans()
                .rows(plan, PlanRow.State.DUE, phase, profile, target.stream().batchSize());
        List<PlanRow> batch =
                rows.stream().filter(row -> row.phase() == rows.get(0).phase()).toList();
        // To decode them now, while the batch before is under way.
        batch.forEach(row -> row.fields().size());
        return batch;
    }

    private void defer(long plan, List<PlanRow> tried, String why) {
        int phase = tried.get(0).phase();
        List<PlanRow> rows = parts
                .plans()
                .of(plan, tried.stream().map(PlanRow::profile).toList())
                .stream()
                .filter(row -> row.phase() == phase && row.state() == PlanRow.State.DUE)
                .toList();
        parts.plans()
                .update(
                        plan,
                        rows.stream()
                                .map(row -> row.in(PlanRow.State.DEFERRED, why))
                                .toList());
        run.add(Counts.ofPush(0, 0, 0, rows.size(), 0));
    }

    /** Defers what is left and says why. */
    PushResult stop(long plan, RunStatus status, String why) {
        String message = parts.transactions().inOne(() -> {
            long left = parts.plans().deferRest(plan, "not reached");
            run.add(Counts.ofPush(0, 0, 0, left, 0));
            String sentence = why + (left == 0 ? "" : " " + left + " people stay due and come with the next run.");
            parts.plans().move(plan, PlanStatus.STOPPED, sentence);
            return sentence;
        });
        return new PushResult(plan, status, message);
    }
}
