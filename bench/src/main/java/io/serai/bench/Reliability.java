package io.serai.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was predicted against what is true, bin by bin. */
final class Reliability {

    private final JsonNode bins;

    Reliability(JsonNode bins) {
        this.bins = bins;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(bins.toString());
        return lines;
    }

    static String three(double figure) {
        return String.format(Locale.ROOT, "%.3f", figure);
    }
}
