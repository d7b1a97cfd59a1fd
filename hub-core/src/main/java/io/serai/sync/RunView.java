package io.serai.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One run as it stands in the store.
 *
 * @param finished null while it runs
 * @param message sentences for people; null when there is nothing to say
 */
public record RunView(
        long id,
        String route,
        Trigger trigger,
        RunStatus status,
        Instant started,
        Instant finished,
        Counts counts,
        String message) {

    /** How long it took, or has been running at this time. */
    public double seconds(Instant now) {
        return Duration.between(started, finished == null ? now : finished).toMillis() / 1000.0;
    }

    /** The object that {@code --json} prints. */
    public Map<String, Object> json(Instant now) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("run", id);
        json.put("route", route);
        json.put("status", status.text());
        json.put("trigger", trigger.text());
        json.put("started", started.toString());
        json.put("read", counts.read());
        json.put("stored", counts.stored());
        json.put("unchanged", counts.unchanged());
        json.put("rejected", counts.rejected());
        json.put("skipped", counts.skipped());
        json.put("deleted", counts.deleted());
        json.put("planned", counts.planned());
        json.put("sent", counts.sent());
        json.put("deferred", counts.deferred());
        json.put("held", counts.held());
        json.put("seconds", seconds(now));
        if (message != null) {
            json.put("message", message);
        }
        return json;
    }
}
