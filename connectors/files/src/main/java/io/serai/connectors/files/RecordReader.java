package io.serai.connectors.files;

import io.serai.spi.Change;
import java.io.IOException;

/** Reads the records of one file, one after the other, and knows where it could go on. */
interface RecordReader {

    /** The next record, or why it cannot be read; null at the end. */
    Change next() throws IOException;

    /** Bytes before the next record. */
    long offset();

    /** Number of the line or element of the next record, from 1. */
    long line();

    /** The record that {@link #next} gave last, as it stands in the file. */
    String text();

    /** A name by which a person finds a record. */
    static String place(String file, long line) {
        return file + ":" + line;
    }
}
