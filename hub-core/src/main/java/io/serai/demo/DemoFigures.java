package io.serai.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the demo did, in numbers. {@code planned = sent + rejected + held}, unless a destination put somebody off.
 *
 * @param records the live records that the hub keeps
 * @param profiles the people that it knows
 * @param merged records about people that turned out to be about somebody known already
 * @param held people who were not sent because they did not agree
 * @param planned people who were to be sent, those held included
 * @param sent people whom a destination confirmed
 * @param unchanged people about whom nothing is due: the destinations hold them as they should, or refused exactly this before
 * @param rejected people whom a destination refused
 * @param seconds how long it took
 */
public record DemoFigures(
        long records,
        long profiles,
        long merged,
        long held,
        long planned,
        long sent,
        long unchanged,
        long rejected,
        double seconds) {

    /** The object that {@code --json} prints. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("records", records);
        json.put("profiles", profiles);
        json.put("merged", merged);
        json.put("held", held);
        json.put("planned", planned);
        json.put("sent", sent);
        json.put("unchanged", unchanged);
        json.put("rejected", rejected);
        json.put("seconds", seconds);
        return json;
    }
}
