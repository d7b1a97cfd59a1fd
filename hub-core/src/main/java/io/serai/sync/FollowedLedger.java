package io.serai.sync;

import io.serai.record.StreamName;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ledger of one sync, which remembers whom its rows are about while they are written. Safe for use by many threads. */
final class FollowedLedger implements Ledger {

    private final Ledger ledger;
    private final BitSet written = new BitSet();
    private Contents contents;

    FollowedLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Whom the rows are about now, as somebody remembers it. */
    synchronized void start(Contents known) {
        contents = new Contents(
                (BitSet) known.listed().clone(), (BitSet) known.held().clone());
    }

    /** Whose rows were written or forgotten. */
    synchronized BitSet written() {
        return (BitSet) written.clone();
    }

    @Override
    public synchronized Contents contents(long sync) {
        Contents now = known(sync);
        return new Contents((BitSet) now.listed().clone(), (BitSet) now.held().clone());
    }

    private Contents known(long sync) {
        if (contents == null) {
            contents = ledger.contents(sync);
        }
        return contents;
    }

    @Override
    public synchronized void save(long sync, List<LedgerRow> rows) {
        ledger.save(sync, rows);
        for (LedgerRow row : rows) {
            note(row.profile(), true, row.perhapsThere());
        }
    }

    @Override
    public synchronized void confirm(long sync, long plan, int phase, List<LedgerRow> rows) {
        ledger.confirm(sync, plan, phase, rows);
        for (LedgerRow row : rows) {
            note(row.profile(), true, row.perhapsThere());
        }
    }

    @Override
    public synchronized void forget(long sync, Collection<Long> profiles) {
        ledger.forget(sync, profiles);
        profiles.forEach(profile -> note(profile, false, false));
    }

    private void note(long profile, boolean listed, boolean held) {
        int bit = Math.toIntExact(profile);
        written.set(bit);
        if (contents != null) {
            contents.listed().set(bit, listed);
            contents.held().set(bit, held);
        }
    }

    @Override
    public synchronized void clear(long sync) {
        written.or(contents(sync).listed());
        ledger.clear(sync);
        contents = new Contents(new BitSet(), new BitSet());
    }

    @Override
    public void retry(long sync, Collection<Long> profiles) {
        ledger.retry(sync, profiles);
    }

    @Override
    public long sync(String route, StreamName destination) {
        return ledger.sync(route, destination);
    }

    @Override
    public Map<Long, LedgerRow> rows(long sync, Collection<Long> profiles) {
        return lists(sync, profiles) ? ledger.rows(sync, profiles) : Map.of();
    }

    /** Whether any of them may have a row: what was written and undone is not known. */
    private synchronized boolean lists(long sync, Collection<Long> profiles) {
        BitSet listed = known(sync).listed();
        return profiles.stream()
                .mapToInt(Math::toIntExact)
                .anyMatch(profile -> listed.get(profile) || written.get(profile));
    }

    @Override
    public List<LedgerRow> after(long sync, long profile, int limit) {
        return ledger.after(sync, profile, limit);
    }

    @Override
    public List<LedgerRow> matching(long sync, Collection<String> matches) {
        return ledger.matching(sync, matches);
    }

    @Override
    public Set<String> heldElsewhere(long sync, Collection<String> matches, String tag) {
        return ledger.heldElsewhere(sync, matches, tag);
    }

    @Override
    public List<Merged> merged(long sync, long afterProfile, int limit) {
        return ledger.merged(sync, afterProfile, limit);
    }

    @Override
    public Optional<Settled> settled(long sync) {
        return ledger.settled(sync);
    }

    @Override
    public void settle(long sync, Settled settled) {
        ledger.settle(sync, settled);
    }
}
