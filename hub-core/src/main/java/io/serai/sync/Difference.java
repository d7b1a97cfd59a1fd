package io.serai.sync;

import io.serai.record.RecordHash;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What must be sent so that a destination holds what it should. */
final class Difference {

    /** Leaving people make room for those who claim their match value; so do people who get another one. */
    private static final int LEAVES = 0;

    private static final int RENAMES = 1;
    private static final int FOLLOWS = 2;

    private final PlanTerms terms;
    private final Operations operations;

    Difference(PlanTerms terms, Operations operations) {
        this.terms = terms;
        this.operations = operations;
    }

    /** @param known what the ledger has on the person; null for nothing */
    List<PlanRow> of(Desired desired, LedgerRow known) {
        boolean there = known != null && known.there();
        if (desired.problem() != null) {
            return List.of(row(there ? PlanOp.CHANGE : PlanOp.ADD, FOLLOWS, desired, known)
                    .held(desired.problem()));
        }
        if (known != null && known.refused() == desired.hash()) {
            return List.of();
        }
        if (!there) {
            boolean elsewhere =
                    known != null && known.perhapsThere() && !known.match().equals(desired.match());
            return elsewhere ? moved(desired, known) : List.of(row(PlanOp.ADD, FOLLOWS, desired, known));
        }
        if (known.hash() == desired.hash() && Objects.equals(known.match(), desired.match())
                || operations.change() == null) {
            return List.of();
        }
        if (desired.match().equals(known.match())) {
            return List.of(row(PlanOp.CHANGE, FOLLOWS, desired, known));
        }
        if (known.remoteId() != null) {
            return List.of(row(PlanOp.CHANGE, RENAMES, desired, known));
        }
        return moved(desired, known);
    }

    /** The destination can only have the person anew under another match value, and only when it let go of the former. */
    private List<PlanRow> moved(Desired desired, LedgerRow known) {
        PlanRow add = row(PlanOp.ADD, FOLLOWS, desired, known).anew();
        if (!mayLeave(known)) {
            return List.of(add);
        }
        PlanRow leaving = leaving(known, leaveOp(), null);
        return known.refused() == leaving.hash()
                ? List.of(add.held("the destination refused to let go of the former match value"))
                : List.of(leaving, add);
    }

    /** A row that would have been sent if the person had agreed, or were known for certain. */
    PlanRow withheld(Desired desired, LedgerRow known, String why) {
        return row(known != null && known.there() ? PlanOp.CHANGE : PlanOp.ADD, FOLLOWS, desired, known)
                .held(why);
    }

    /** Whether this sync may take the person out. */
    boolean mayLeave(LedgerRow known) {
        return operations.leave() != null && (known.added() || terms.onLeave() == OnLeave.UNTAG);
    }

    PlanOp leaveOp() {
        return switch (terms.onLeave()) {
            case REMOVE -> PlanOp.REMOVE;
            case ARCHIVE -> PlanOp.ARCHIVE;
            case UNTAG -> PlanOp.UNTAG;
            case NOTHING -> throw new IllegalStateException("nobody is to leave");
        };
    }

    PlanRow leaving(LedgerRow known, PlanOp op, String reason) {
        Map<String, Object> fields = op == PlanOp.UNTAG ? Map.of("tag", terms.tag()) : Map.of();
        return new PlanRow(
                LEAVES,
                known.profile(),
                op,
                known.match(),
                known.remoteId(),
                RecordHash.of(op.text() + " " + known.match()),
                known.at(),
                fields,
                known.there() ? known.fields() : Map.of(),
                PlanRow.State.DUE,
                reason);
    }

    private static PlanRow row(PlanOp op, int phase, Desired desired, LedgerRow known) {
        return new PlanRow(
                phase,
                desired.profile(),
                op,
                desired.match(),
                known == null ? null : known.remoteId(),
                desired.hash(),
                known == null ? 0 : known.at(),
                desired.fields(),
                known == null || !known.there() ? Map.of() : known.fields(),
                PlanRow.State.DUE,
                null);
    }
}
