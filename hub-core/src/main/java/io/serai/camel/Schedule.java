package io.serai.camel;

import java.time.ZoneId;
import java.util.Map;
import org.apache.camel.util.TimeUtils;

/** Says {@code every} and {@code cron} in the words of Camel's scheduled consumers. */
final class Schedule {

    private final HubOptions options;
    private final ZoneId zone;
    private final boolean scheduling;

    private Schedule(HubOptions options, ZoneId zone, boolean scheduling) {
        this.options = options;
        this.zone = zone;
        this.scheduling = scheduling;
    }

    static Schedule of(HubOptions options, ZoneId zone, boolean scheduling) {
        return new Schedule(options, zone, scheduling);
    }

    /**
     * Puts Camel's options for this schedule to those that the route gave.
     *
     * @throws IllegalArgumentException when the route gives two schedules
     */
    void into(Map<String, Object> parameters) {
        boolean every = options.text("every").isPresent();
        boolean cron = options.text("cron").isPresent();
        boolean camel = parameters.containsKey("scheduler") || parameters.containsKey("delay");
        if (every && cron || (every || cron) && camel) {
            throw new IllegalArgumentException(
                    "The route has two schedules: keep one of \"every\", \"cron\" and Camel's \"scheduler\" or \"delay\".");
        }
        if (!scheduling || !every && !cron && !camel) {
            parameters.keySet().removeIf(name -> name.startsWith("scheduler"));
            parameters.put("startScheduler", "false");
        } else if (every) {
            parameters.remove("timeUnit");
            parameters.put(
                    "delay", TimeUtils.toMilliSeconds(options.text("every").get()));
        } else if (cron) {
            parameters.put("scheduler", "quartz");
            parameters.put("scheduler.cron", options.text("cron").get());
        }
        if ("quartz".equals(parameters.get("scheduler"))) {
            parameters.putIfAbsent("scheduler.timeZone", zone.getId());
        }
    }
}
