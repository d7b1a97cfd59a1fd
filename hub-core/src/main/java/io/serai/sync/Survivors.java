package io.serai.sync;

import java.util.List;
import java.util.Map;

/** Lets the ledger follow merges: what a destination holds of a merged profile, it holds of the survivor. */
final class Survivors {

    private static final int PAGE = 500;

    private final Ledger ledger;

    Survivors(Ledger ledger) {
        this.ledger = ledger;
    }

    void follow(long sync) {
        List<Ledger.Merged> page = ledger.merged(sync, 0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(merged -> follow(sync, merged.row(), merged.survivor()));
            page = ledger.merged(sync, page.get(page.size() - 1).row().profile(), PAGE);
        }
    }

    private void follow(long sync, LedgerRow row, long survivor) {
        LedgerRow own = ledger.rows(sync, List.of(survivor)).get(survivor);
        if (!row.perhapsThere() || own != null && row.match().equals(own.match())) {
            ledger.forget(sync, List.of(row.profile()));
        } else if (own == null || !own.perhapsThere()) {
            ledger.forget(sync, List.of(row.profile()));
            ledger.save(sync, List.of(as(row, survivor, own)));
        }
        // Else the destination holds the person twice: the alias is staged no more, so what it holds leaves by the
        // route's mode.
    }

    private static LedgerRow as(LedgerRow row, long profile, LedgerRow before) {
        long at = before == null ? row.at() : Math.max(row.at(), before.at() + 1);
        return new LedgerRow(
                profile, row.match(), row.remoteId(), row.fields(), row.hash(), row.added(), row.refused(), at);
    }

    /** Exchanges what two people are known to hold, because one now answers to the other's match value. */
    static void exchange(Ledger ledger, long sync, long one, long other) {
        Map<Long, LedgerRow> rows = ledger.rows(sync, List.of(one, other));
        LedgerRow first = rows.get(one);
        LedgerRow second = rows.get(other);
        ledger.forget(sync, List.of(one, other));
        ledger.save(sync, List.of(as(second, one, first)));
        if (first != null && first.perhapsThere()) {
            ledger.save(sync, List.of(as(first, other, second)));
        }
    }
}
