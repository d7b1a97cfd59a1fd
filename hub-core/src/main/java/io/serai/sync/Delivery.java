package io.serai.sync;

import io.serai.spi.ConnectorException;
import io.serai.spi.Mutation;
import io.serai.spi.Outcome;
import io.serai.spi.StagedSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

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
    private final Clearance clearance;
    private final Mutations mutations;
    private final Attempts attempts;
    private final StagedSink stagedSink;

    Delivery(Pushes.Parts parts, Run run, PushTarget target, PlanTerms terms, Operations operations) {
        this.parts = parts;
        this.run = run;
        this.target = target;
        this.clearance = new Clearance(parts, run, terms);
        this.mutations = new Mutations(run.route(), target, operations);
        this.operations = operations;
        this.attempts = new Attempts(parts.patience(), run);
        this.stagedSink = target.sink() instanceof StagedSink able ? able : null;
    }

    /** @throws ContentsLost when the destination lost what it held; the plan is left as it is */
    PushResult deliver(long sync, long plan) {
        Settlement settlement = new Settlement(parts, run, target, operations, sync, plan);
        boolean open = true;
        try {
            PushResult stopped = send(sync, plan, settlement);
            if (stopped != null) {
                return stopped;
            }
            if (stagedSink != null) {
                commit(plan, settlement);
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
        int failures = 0;
        int phase = -1;
        long profile = 0;
        List<PlanRow> batch = next(plan, phase, profile);
        while (!batch.isEmpty()) {
            if (run.cancelled()) {
                return stop(plan, RunStatus.INTERRUPTED, "The run was stopped.");
            }
            phase = batch.get(batch.size() - 1).phase();
            profile = batch.get(batch.size() - 1).profile();
            try {
                deliver(batch, sync, plan, settlement);
                failures = 0;
            } catch (ConnectorException e) {
                failures++;
                boolean mayPass = e.kind() == ConnectorException.Kind.TRANSIENT;
                // What a staged sink made of a batch without an answer is not known: it must not commit.
                if (!mayPass || stagedSink != null || failures == FAILURES_IN_A_ROW) {
                    throw e;
                }
                List<PlanRow> tried = batch;
                parts.transactions().inOne(() -> defer(plan, tried, e.getMessage()));
            }
            batch = next(plan, phase, profile);
        }
        return null;
    }

    /** The next rows of one phase: what makes room is asked for before what needs it. */
    private List<PlanRow> next(long plan, int phase, long profile) {
        List<PlanRow> rows = parts.plans()
                .rows(plan, PlanRow.State.DUE, phase, profile, target.stream().batchSize());
        return rows.stream().filter(row -> row.phase() == rows.get(0).phase()).toList();
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

    private void deliver(List<PlanRow> batch, long sync, long plan, Settlement settlement) {
        List<PlanRow> released =
                batch.stream().filter(row -> row.op() == PlanOp.RELEASE).toList();
        List<PlanRow> allowed = clearance.of(
                plan, batch.stream().filter(row -> row.op() != PlanOp.RELEASE).toList());
        if (!released.isEmpty()) {
            parts.transactions().inOne(() -> settlement.release(released));
        }
        if (allowed.isEmpty()) {
            return;
        }
        Map<String, PlanRow> asked = new LinkedHashMap<>();
        List<Mutation> sending = new ArrayList<>();
        for (PlanRow row : allowed) {
            Mutation mutation = mutations.of(row);
            asked.put(mutation.id(), row);
            sending.add(mutation);
        }
        int[] tries = {0};
        final Map<String, Outcome> answers;
        try {
            answers = write(sending, asked.keySet(), tries);
        } catch (ConnectorException | SyncException e) {
            if (stagedSink == null) {
                parts.transactions().inOne(() -> new Uncertainty(parts).mark(sync, operations.adds(), allowed));
            }
            throw e;
        }
        List<PlanRow> unsure = tries[0] == 1
                ? List.of()
                : asked.entrySet().stream()
                        .filter(entry -> !(answers.get(entry.getKey()) instanceof Outcome.Written))
                        .map(Map.Entry::getValue)
                        .toList();
        if (stagedSink != null) {
            requireCertain(answers.size() == asked.size() && unsure.isEmpty());
        }
        Map<Long, Outcome> outcomes = new HashMap<>();
        answers.forEach((id, outcome) -> outcomes.put(asked.get(id).profile(), outcome));
        parts.transactions().inOne(() -> {
            if (stagedSink == null) {
                settlement.settle(allowed, outcomes);
                // The try whose answer was lost may have done what the last one did not.
                new Uncertainty(parts).mark(sync, operations.adds(), unsure);
            } else {
                settlement.note(allowed, outcomes);
            }
        });
    }

    private void requireCertain(boolean certain) {
        if (!certain) {
            throw new SyncException(
                    "\"" + target.name() + "\" was not committed, because it is not known what became of"
                            + " some of the people that were written to it.");
        }
    }

    private Map<String, Outcome> write(List<Mutation> batch, Set<String> asked, int[] tries) {
        List<Outcome> outcomes;
        try {
            outcomes = attempts.make(() -> {
                tries[0]++;
                return Objects.requireNonNull(target.sink().write(target.stream(), batch), "no list of outcomes");
            });
        } catch (ConnectorException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Failure.bug(target.name().connection(), "writing \"" + target.name() + "\"", e);
        }
        if (outcomes == null) {
            throw new ConnectorException(ConnectorException.Kind.TRANSIENT, "the run was stopped while waiting");
        }
        return Answers.of(target.name().connection(), asked, outcomes);
    }

    private void commit(long plan, Settlement settlement) {
        boolean taken = !parts.plans().rows(plan, PlanRow.State.TAKEN, -1, 0, 1).isEmpty();
        if (taken) {
            try {
                stagedSink.commit(target.stream());
            } catch (ConnectorException e) {
                throw e;
            } catch (RuntimeException e) {
                throw Failure.bug(target.name().connection(), "committing \"" + target.name() + "\"", e);
            }
        }
        parts.transactions().inOne(() -> {
            settleAll(plan, PlanRow.State.TAKEN, settlement, row -> new Outcome.Written("", row.remoteId()));
            settleAll(plan, PlanRow.State.REFUSED, settlement, row -> new Outcome.Rejected("", row.reason()));
        });
    }

    private void settleAll(long plan, PlanRow.State state, Settlement settlement, Function<PlanRow, Outcome> outcome) {
        List<PlanRow> rows = parts.plans().rows(plan, state, -1, 0, 500);
        while (!rows.isEmpty()) {
            // A person can have two rows, one to leave and one to follow: each is settled by itself, in order.
            for (List<PlanRow> distinct : phases(rows)) {
                settlement.settle(distinct, distinct.stream().collect(Collectors.toMap(PlanRow::profile, outcome)));
            }
            PlanRow last = rows.get(rows.size() - 1);
            rows = parts.plans().rows(plan, state, last.phase(), last.profile(), 500);
        }
    }

    private static List<List<PlanRow>> phases(List<PlanRow> rows) {
        return List.copyOf(rows.stream()
                .collect(Collectors.groupingBy(PlanRow::phase, TreeMap::new, Collectors.toList()))
                .values());
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
