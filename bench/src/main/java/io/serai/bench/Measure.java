package io.serai.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one piece of work took.
 *
 * @param wall seconds from its start to its end
 * @param cpu seconds of all its threads and processes
 * @param megabytes the most memory that its process had resident; 0 when it is not known
 * @param answer what it said; a missing node when it said nothing
 */
record Measure(double wall, double cpu, long megabytes, JsonNode answer) {

    /** What the command itself says that its work took by the clock, without the start of the program. */
    Measure inside() {
        double seconds = answer.path("seconds").asDouble();
        return new Measure(seconds, seconds, megabytes, answer);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cpu_s", cpu);
        json.put("wall_s", wall);
        json.put("peak_mb", megabytes);
        return json;
    }
}
