package io.serai.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One case of a benchmark.
 *
 * @param name of the case
 * @param answer what {@code hub evaluate --json} said
 * @param wall seconds from the start of the process to its end, the JVM's start included
 * @param cpu seconds of all threads of the process
 * @param megabytes the most memory that the process had resident
 */
record Measured(String name, JsonNode answer, double wall, double cpu, long megabytes) {

    double pairs(String figure) {
        return answer.path("pairwise").path(figure).asDouble();
    }

    /** Seconds of reading, learning, matching and clustering, without the JVM's start. */
    double work() {
        return answer.path("wall_s").asDouble();
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("case", name);
        json.put("rows", answer.path("rows").asLong());
        json.put("precision", pairs("precision"));
        json.put("recall", pairs("recall"));
        json.put("f1", pairs("f1"));
        json.put("work_s", work());
        json.put("wall_s", wall);
        json.put("cpu_s", cpu);
        json.put("peak_mb", megabytes);
        json.put("evaluate", answer);
        return json;
    }
}
