package io.serai.connectors.files;

import java.util.Locale;
import java.util.Optional;

/** How records are laid out in a file. */
enum Format {
    CSV,
    JSONL,
    JSON;

    static Optional<Format> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "csv" -> Optional.of(CSV);
            case "jsonl", "ndjson" -> Optional.of(JSONL);
            case "json" -> Optional.of(JSON);
            default -> Optional.empty();
        };
    }

    /** The format that a file's extension promises; text without a known extension is taken for CSV. */
    static Format ofFile(String name) {
        return named(name.substring(name.lastIndexOf('.') + 1)).orElse(CSV);
    }
}
