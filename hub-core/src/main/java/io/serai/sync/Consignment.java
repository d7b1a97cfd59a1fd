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

/** Sends single batches of a plan, and has what became of them written down. */
final class Consignment {

    private final Pushes.Parts parts;
    private final PushTarget target;
    private final Operations operations;
    private final Clearance clearance;
    private final Mutations mutations;
    private final Attempts attempts;
    private final boolean staged;
    private final Uncertainty uncertainty;

    Consignment(Pushes.Parts parts, Run run, PushTarget target, Operations operations, Clearance clearance) {
        this.parts = parts;
        this.target = target;
        this.operations = operations;
        this.clearance = clearance;
        this.mutations = new Mutations(run.route(), target, operations);
        this.attempts = new Attempts(parts.patience(), run);
        this.staged = target.sink() instanceof StagedSink;
        this.uncertainty = new Uncertainty(parts);
    }

    /** @param batch rows of one phase, at most as many as the stream takes at once */
    void send(List<PlanRow> batch, long sync, long plan, Settlement settlement, Settling settling) {
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
        Map<String, Outcome> answers;
        try {
            answers = write(sending, asked.keySet(), tries);
        } catch (ConnectorException | SyncException e) {
            if (!staged) {
                parts.transactions().lasting(() -> uncertainty.mark(sync, operations.adds(), allowed));
            }
            throw e;
        }
        List<PlanRow> unsure = tries[0] == 1 ? List.of() : unwritten(asked, answers);
        if (staged && (answers.size() < asked.size() || !unsure.isEmpty())) {
            throw new SyncException(
                    "\"" + target.name() + "\" was not committed, because it is not known what became of"
                            + " some of the people that were written to it.");
        }
        Map<Long, Outcome> outcomes = new HashMap<>();
        answers.forEach((id, outcome) -> outcomes.put(asked.get(id).profile(), outcome));
        settling.settle(() -> parts.transactions().lasting(() -> settle(sync, settlement, allowed, outcomes, unsure)));
    }

    private static List<PlanRow> unwritten(Map<String, PlanRow> asked, Map<String, Outcome> answers) {
        return asked.entrySet().stream()
                .filter(entry -> !(answers.get(entry.getKey()) instanceof Outcome.Written))
                .map(Map.Entry::getValue)
                .toList();
    }

    private void settle(
            long sync,
            Settlement settlement,
            List<PlanRow> allowed,
            Map<Long, Outcome> outcomes,
            List<PlanRow> unsure) {
        if (staged) {
            settlement.note(allowed, outcomes);
        } else {
            settlement.settle(allowed, outcomes);
            // The try whose answer was lost may have done what the last one did not.
            uncertainty.mark(sync, operations.adds(), unsure);
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
}
