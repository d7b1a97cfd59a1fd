package io.serai.camel;

import io.serai.record.StreamName;
import io.serai.spi.Cursor;
import io.serai.sync.Checkpoints;
import io.serai.sync.Run;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Those who changed in any way since the route's last complete run, kept like the checkpoint of a stream {@code hub/profiles}. */
final class Touched implements Audience {

    private static final StreamName NAME = new StreamName("hub", "profiles");

    private final People people;
    private final Checkpoints checkpoints;
    private final Run run;
    private final int limit;
    private final long since;
    private final long until;
    private long after;

    Touched(People people, Checkpoints checkpoints, Run run, int limit) {
        this.people = people;
        this.checkpoints = checkpoints;
        this.run = run;
        this.limit = limit;
        Cursor cursor = checkpoints.load(run.route(), NAME);
        this.since = cursor.isStart() ? 0 : Long.parseLong(cursor.value());
        this.until = people.version();
    }

    @Override
    public List<Map<String, Object>> next() {
        List<Long> ids = people.touched(since, until, after, limit);
        if (!ids.isEmpty()) {
            after = ids.get(ids.size() - 1);
        }
        return Delivered.of(people, ids, "member");
    }

    @Override
    public void finished() {
        checkpoints.save(run.route(), NAME, new Cursor(String.valueOf(until)), run.id(), Instant.now());
    }
}
