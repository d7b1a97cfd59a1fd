package io.serai.sync;

/** What the bytes of a body are. */
public enum BodyFormat {
    /** Comma-separated values with a header line. */
    CSV,
    /** One JSON object a line. */
    JSONL,
    /** One JSON array of objects, or one object. */
    JSON
}
