package io.serai.sync;

import io.serai.spi.ConnectorException;
import io.serai.spi.Outcome;
import io.serai.spi.StagedSink;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes what a staged sink took visible, and then writes down what became of everybody. */
final class StagedCommit {

    private static final int PAGE = 2000;

    private final Pushes.Parts parts;
    private final PushTarget target;
    private final StagedSink sink;

    StagedCommit(Pushes.Parts parts, PushTarget target, StagedSink sink) {
        this.parts = parts;
        this.target = target;
        this.sink = sink;
    }

    void commit(long plan, Settlement settlement) {
        boolean taken = !parts.plans().rows(plan, PlanRow.State.TAKEN, -1, 0, 1).isEmpty();
        if (taken) {
            try {
                sink.commit(target.stream());
            } catch (ConnectorException e) {
                throw e;
            } catch (RuntimeException e) {
                throw Failure.bug(target.name().connection(), "committing \"" + target.name() + "\"", e);
            }
        }
        parts.transactions().lasting(() -> {
            settle(plan, PlanRow.State.TAKEN, settlement, row -> new Outcome.Written("", row.remoteId()));
            parts.plans().committed(plan);
            settle(plan, PlanRow.State.REFUSED, settlement, row -> new Outcome.Rejected("", row.reason()));
        });
    }

    private void settle(long plan, PlanRow.State state, Settlement settlement, Function<PlanRow, Outcome> outcome) {
        List<PlanRow> rows = parts.plans().rows(plan, state, -1, 0, PAGE);
        while (!rows.isEmpty()) {
            // A person can have two rows, one to leave and one to follow: each is settled by itself, in order.
            for (List<PlanRow> distinct : phases(rows)) {
                settlement.settle(distinct, distinct.stream().collect(Collectors.toMap(PlanRow::profile, outcome)));
            }
            PlanRow last = rows.get(rows.size() - 1);
            rows = parts.plans().rows(plan, state, last.phase(), last.profile(), PAGE);
        }
    }

    private static List<List<PlanRow>> phases(List<PlanRow> rows) {
        return List.copyOf(rows.stream()
                .collect(Collectors.groupingBy(PlanRow::phase, TreeMap::new, Collectors.toList()))
                .values());
    }
}
