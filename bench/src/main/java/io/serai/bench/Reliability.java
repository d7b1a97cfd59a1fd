package io.serai.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was predicted against what is true, bin by bin: of pairs that were given 0.99, 99 of 100 should be one person. */
final class Reliability {

    private final JsonNode bins;

    /** @param bins as {@code hub evaluate --json} prints them */
    Reliability(JsonNode bins) {
        this.bins = bins;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("%-15s %9s %10s %10s".formatted("PROBABILITY", "PAIRS", "PREDICTED", "TRUE"));
        for (JsonNode bin : bins) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-15s %9d %10.4f %10.4f",
                    bin.path("from").asText() + " to " + bin.path("to").asText(),
                    bin.path("pairs").asLong(),
                    bin.path("predicted").asDouble(),
                    bin.path("actual").asDouble()));
        }
        return lines;
    }
}
