package io.serai.sync;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a plan while it is drafted: many at a time are written, while others are compared. Match values come in any order, so
 * that each transaction writes most of their index. For one thread.
 */
final class Draft implements AutoCloseable {

    private static final int ROWS = 10_000;

    private final Pushes.Parts parts;
    private final long plan;
    private final Settling writing;
    private List<PlanRow> waiting = new ArrayList<>();

    /** @param destination for the name of the thread that writes */
    Draft(Pushes.Parts parts, long plan, String destination) {
        this.parts = parts;
        this.plan = plan;
        this.writing = new Settling(destination);
    }

    /** @param repeated people who may have rows already, which these replace */
    void add(List<Long> repeated, List<PlanRow> rows) {
        if (repeated.isEmpty()) {
            waiting.addAll(rows);
            if (waiting.size() >= ROWS) {
                write();
            }
        } else {
            complete();
            parts.transactions().inOne(() -> parts.plans().replace(plan, repeated, rows));
        }
    }

    private void write() {
        List<PlanRow> rows = waiting;
        waiting = new ArrayList<>();
        writing.settle(() -> parts.transactions().large(() -> {
            parts.plans().replace(plan, List.of(), rows);
            return null;
        }));
    }

    /** Returns when all rows are written. */
    void complete() {
        if (!waiting.isEmpty()) {
            write();
        }
        writing.await();
    }

    /** Returns when nothing is being written any more, whatever became of it. */
    @Override
    public void close() {
        waiting = List.of();
        try {
            writing.await();
        } catch (RuntimeException e) {
            // It was thrown where rows were added, or nobody wants them any more.
        }
        writing.close();
    }
}
