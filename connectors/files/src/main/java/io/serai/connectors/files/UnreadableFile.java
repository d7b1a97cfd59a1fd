package io.serai.connectors.files;

import io.serai.spi.Change;

/** A file of which nothing can be read: one rejection. */
final class UnreadableFile implements RecordReader {

    private final String name;
    private final long end;
    private final String reason;
    private boolean told;

    UnreadableFile(String name, long end, String reason) {
        this.name = name;
        this.end = end;
        this.reason = reason;
    }

    @Override
    public Change next() {
        if (told) {
            return null;
        }
        told = true;
        return new Change.Unreadable(name, "the file " + reason, "");
    }

    @Override
    public long offset() {
        return told ? end : 0;
    }

    @Override
    public long line() {
        return 1;
    }

    @Override
    public String text() {
        return "";
    }
}
