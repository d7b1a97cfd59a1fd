package io.serai.sync;

import io.serai.record.Mapping;
import io.serai.spi.Change;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes in bodies of bytes, page by page. */
final class Bodies {

    private final IngestStep step;
    private final Rejections rejections;
    private final Transactions transactions;
    private final Clock clock;

    Bodies(IngestStep step, Rejections rejections, Transactions transactions, Clock clock) {
        this.step = step;
        this.rejections = rejections;
        this.transactions = transactions;
        this.clock = clock;
    }

    Counts take(Run run, Mapping mapping, InputStream body, BodyFormat format, RecordKeys keys) {
        Counts all = Counts.NONE;
        try {
            BodyReader reader = format.reader(body);
            List<BodyReader.Row> rows = reader.next(step.bulkSize());
            while (!rows.isEmpty()) {
                List<BodyReader.Row> page = rows;
                all = all.plus(
                        page.size() > IngestStep.SMALL
                                ? transactions.large(() -> rows(run, mapping, page, keys))
                                : transactions.lasting(() -> rows(run, mapping, page, keys)));
                rows = reader.next(step.bulkSize());
            }
            return all;
        } catch (IOException e) {
            throw new SyncException(
                    "The body for \"" + mapping.name() + "\" broke off after " + all.read()
                            + " records, which are kept. Send it again; what is known already will be unchanged.",
                    e);
        } finally {
            if (all.read() > IngestStep.SMALL) {
                // Whoever sent it may forget it now.
                transactions.lasting(() -> {});
            }
        }
    }

    private Counts rows(Run run, Mapping mapping, List<BodyReader.Row> rows, RecordKeys keys) {
        PageTally tally = new PageTally();
        List<Rejection> broken = new ArrayList<>();
        List<Map<String, Object>> records = new ArrayList<>();
        for (BodyReader.Row row : rows) {
            if (row.unreadable() == null) {
                records.add(row.fields());
            } else {
                broken.add(unreadable(run, mapping, row.unreadable()));
            }
        }
        if (!broken.isEmpty()) {
            rejections.refuse(broken);
        }
        step.page(run, mapping, records, keys, tally, null);
        Counts counts = tally.counts().plus(Counts.ofRead(0, 0, broken.size(), 0, 0));
        run.add(counts);
        return counts;
    }

    private Rejection unreadable(Run run, Mapping mapping, Change.Unreadable row) {
        return new Rejection(
                0,
                run.id(),
                Rejection.Side.SOURCE,
                mapping.name(),
                row.key() + " " + Integer.toHexString(row.raw().hashCode()),
                0,
                row.reason(),
                row.raw(),
                clock.instant(),
                true);
    }
}
