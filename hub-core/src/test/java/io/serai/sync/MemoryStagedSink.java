package io.serai.sync;

import io.serai.spi.ConnectorException;
import io.serai.spi.Mutation;
import io.serai.spi.Outcome;
import io.serai.spi.StagedSink;
import io.serai.spi.Stream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A destination whose writes take effect together, as a file does; it can lose its contents. */
final class MemoryStagedSink extends MemorySink implements StagedSink {

    Map<String, Map<String, Object>> visible = new TreeMap<>();
    boolean begun;
    boolean gone;
    int commits;
    Runnable beforeCommit = () -> {};

    @Override
    public List<Outcome> write(Stream stream, List<Mutation> batch) {
        if (gone && batch.stream().anyMatch(mutation -> !mutation.previous().isEmpty())) {
            throw new ConnectorException(ConnectorException.Kind.CURSOR_LOST, "the file is gone");
        }
        if (!begun) {
            begun = true;
            members.clear();
            visible.forEach((key, fields) -> members.put(key, new LinkedHashMap<>(fields)));
        }
        return super.write(stream, batch);
    }

    @Override
    public void commit(Stream stream) {
        beforeCommit.run();
        visible = new TreeMap<>(members);
        begun = false;
        gone = false;
        commits++;
    }

    @Override
    public void rollback(Stream stream) {
        begun = false;
        members.clear();
    }

    void lose() {
        gone = true;
        visible = new TreeMap<>();
    }

    List<String> keys() {
        return new ArrayList<>(visible.keySet());
    }
}
