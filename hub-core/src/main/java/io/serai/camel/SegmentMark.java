package io.serai.camel;

import io.serai.record.StreamName;
import io.serai.segment.Member;
import io.serai.spi.Cursor;
import io.serai.sync.Checkpoints;
import io.serai.sync.Run;
import java.time.Instant;

/** Up to when a route has delivered a segment: kept like the checkpoint of a stream {@code hub/SEGMENT}. */
final class SegmentMark {

    private final Checkpoints checkpoints;
    private final Run run;
    private final StreamName name;
    private final Instant before;
    private final Instant now;

    /** @param now when the membership was brought up to date */
    SegmentMark(Checkpoints checkpoints, Run run, String segment, Instant now) {
        this.checkpoints = checkpoints;
        this.run = run;
        this.name = new StreamName("hub", segment);
        this.now = now;
        Cursor cursor = checkpoints.load(run.route(), name);
        this.before = cursor.isStart() ? Instant.EPOCH : Instant.parse(cursor.value());
    }

    Instant before() {
        return before;
    }

    /** Whether the person came in after what the route has delivered. */
    boolean entered(Member member) {
        return member.at() == null || member.at().isAfter(before);
    }

    void move() {
        checkpoints.save(run.route(), name, new Cursor(now.toString()), run.id(), now);
    }
}
