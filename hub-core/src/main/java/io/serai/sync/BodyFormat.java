package io.serai.sync;

import java.io.IOException;
import java.io.InputStream;

/** What the bytes of a body are. */
public enum BodyFormat {
    /** Comma-separated values with a header line. */
    CSV,
    /** One JSON object a line. */
    JSONL,
    /** One JSON array of objects, or one object. */
    JSON;

    BodyReader reader(InputStream body) throws IOException {
        return switch (this) {
            case CSV -> new CsvBody(body);
            case JSONL -> new JsonLinesBody(body);
            case JSON -> new JsonBody(body);
        };
    }
}
