package io.serai.sync;

import io.serai.record.RecordHash;
import java.util.BitSet;
import java.util.Optional;

/**
 * What one push knows from earlier ones: of whom the destination lacked nothing when they were seen. Whoever was not touched since
 * need not be read, unless the push means something else today or the ledger was written by anybody else.
 */
final class Knowledge {

    /** To be raised when the same fields, terms and ledger come to another plan than they did. */
    private static final int PLANNING = 1;

    private final FollowedLedger ledger;
    private final long sync;
    private final long version;
    private final long terms;
    private Optional<Settled> before;

    /**
     * @param version of the profiles, from before the first of this push was read
     * @param suppressions {@link io.serai.profile.Suppressions#version}
     */
    Knowledge(
            FollowedLedger ledger,
            long sync,
            long version,
            PushTarget target,
            PlanTerms terms,
            Operations operations,
            long suppressions) {
        this.ledger = ledger;
        this.sync = sync;
        this.version = version;
        this.terms = RecordHash.of(PLANNING + " " + terms + " " + operations + " "
                + target.mapping().match() + " " + target.mapping().version() + " " + suppressions);
        this.before = ledger.settled(sync).filter(settled -> settled.terms() == this.terms);
        before.ifPresent(settled -> ledger.start(settled.contents()));
    }

    /** Whether the same person comes to the same fields whenever it is read. */
    static boolean possible(PushTarget target, PlanTerms terms) {
        return terms.minCertainty() == 0
                && target.mapping().fields().values().stream()
                        .noneMatch(rule -> rule.from().equals(Optional.of("membership")));
    }

    /** The ledger was written while the push began: of these people it is not known any more. */
    void followed() {
        BitSet written = ledger.written();
        if (before.isPresent() && !written.isEmpty()) {
            BitSet people = (BitSet) before.get().people().clone();
            people.andNot(written);
            Settled rest = new Settled(before.get().version(), terms, people, ledger.contents(sync));
            before = Optional.of(rest);
            ledger.settle(sync, rest);
        }
    }

    /** Who lacked nothing at the version that was seen then; empty when nothing is known. */
    Optional<Settled> before() {
        return before;
    }

    /** Remembers who lacks nothing now. */
    void remember(BitSet people) {
        Settled now = new Settled(version, terms, people, ledger.contents(sync));
        if (!before.equals(Optional.of(now)) || !ledger.written().isEmpty()) {
            ledger.settle(sync, now);
        }
    }
}
