package io.serai.connectors.files;

import io.serai.connectors.files.Spool.Effect;
import io.serai.connectors.files.Spool.Entry;
import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import io.serai.spi.Mutation;
import io.serai.spi.Op;
import io.serai.spi.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What is going to become of one file. Payloads wait on disk; memory holds sixteen bytes a row. */
final class Staging implements AutoCloseable {

    private final Folder folder;
    private final Layout layout;
    private final PreviousFile previous;
    private final Spool spool;
    private final LongMap staged = new LongMap();
    private final Set<String> columns = new LinkedHashSet<>();

    private Staging(Folder folder, Layout layout, PreviousFile previous, Spool spool) {
        this.folder = folder;
        this.layout = layout;
        this.previous = previous;
        this.spool = spool;
        if (previous != null) {
            columns.addAll(previous.columns());
        }
    }

    static Staging begin(Folder folder, Layout layout) {
        try {
            FoundFile found = folder.find(layout.path()).orElse(null);
            PreviousFile previous = found == null ? null : PreviousFile.open(folder, found, layout);
            return new Staging(folder, layout, previous, new Spool());
        } catch (IOException e) {
            throw failed(folder, layout, e);
        }
    }

    List<Outcome> write(List<Mutation> batch) {
        if (previous == null
                && batch.stream().anyMatch(mutation -> !mutation.previous().isEmpty())) {
            throw new ConnectorException(
                    Kind.CURSOR_LOST,
                    "the file \"" + layout.path() + "\" is gone from " + folder.name()
                            + ": everything has to be sent to it again");
        }
        try {
            List<Outcome> outcomes = new ArrayList<>(batch.size());
            for (Mutation mutation : batch) {
                outcomes.add(write(mutation));
            }
            return outcomes;
        } catch (IOException e) {
            throw failed(folder, layout, e);
        }
    }

    private Outcome write(Mutation mutation) throws IOException {
        if (mutation.match() == null || mutation.match().isBlank()) {
            return new Outcome.Rejected(mutation.id(), "the key field \"" + keyField() + "\" is empty");
        }
        long key = Fingerprint.of(mutation.match());
        Entry waiting = staged.contains(key) ? spool.at(staged.get(key)) : null;
        boolean there =
                waiting == null ? previous != null && previous.contains(key) : waiting.effect() != Effect.DELETE;
        if (waiting != null && waiting.id().equals(mutation.id())) {
            return new Outcome.Written(mutation.id(), null);
        }
        if (mutation.op() == Op.INSERT && there) {
            return waiting == null && holds(previous.row(key), mutation)
                    ? new Outcome.Written(mutation.id(), null)
                    : new Outcome.Rejected(
                            mutation.id(), "the file has a row with this \"" + keyField() + "\" already");
        }
        if (mutation.op() == Op.UPDATE && !there) {
            return new Outcome.Rejected(mutation.id(), "the file has no row with this \"" + keyField() + "\"");
        }
        if (there || mutation.op() != Op.DELETE) {
            staged.put(key, spool.add(entry(mutation, waiting)));
            columns.addAll(mutation.fields().keySet());
        }
        return new Outcome.Written(mutation.id(), null);
    }

    private static Entry entry(Mutation mutation, Entry waiting) {
        if (mutation.op() == Op.DELETE) {
            return new Entry(mutation.id(), mutation.match(), Effect.DELETE, Map.of());
        }
        if (waiting == null) {
            return new Entry(mutation.id(), mutation.match(), Effect.MERGE, mutation.fields());
        }
        if (waiting.effect() == Effect.DELETE) {
            return new Entry(mutation.id(), mutation.match(), Effect.REPLACE, mutation.fields());
        }
        Map<String, Object> merged = new LinkedHashMap<>(waiting.fields());
        merged.putAll(mutation.fields());
        return new Entry(mutation.id(), mutation.match(), waiting.effect(), merged);
    }

    /** Whether an earlier attempt, whose answer was lost, has put this row here already. */
    private static boolean holds(PreviousFile.Row row, Mutation mutation) {
        return mutation.fields().entrySet().stream()
                .allMatch(field -> Objects.equals(
                        RowWriter.cell(row.fields().get(field.getKey())), RowWriter.cell(field.getValue())));
    }

    void commit() {
        if (staged.isEmpty()) {
            return;
        }
        Path draft = null;
        try {
            draft = folder.draft(layout.path());
            write(draft);
            folder.publish(draft, layout.path());
        } catch (IOException | RuntimeException e) {
            discard(draft);
            throw e instanceof ConnectorException known ? known : failed(folder, layout, e);
        }
    }

    private void write(Path draft) throws IOException {
        boolean csv = layout.formatOf(layout.path()) == Format.CSV;
        if (!columns.contains(keyField())) {
            columns.add(keyField());
        }
        List<String> header = List.copyOf(columns);
        boolean sameColumns = previous != null && header.equals(previous.columns());
        try (RowWriter writer = new RowWriter(draft, layout.charset(), layout.delimiter(), csv ? header : null)) {
            if (previous != null) {
                previous.each((row, offset) -> {
                    long place = staged.get(Fingerprint.of(row.key()));
                    if (place != LongMap.NONE) {
                        change(writer, row, spool.at(place));
                    } else if (sameColumns || !csv) {
                        writer.copy(row.text());
                    } else {
                        writer.write(row.fields());
                    }
                });
            }
            append(writer);
        }
    }

    private void change(RowWriter writer, PreviousFile.Row row, Entry entry) throws IOException {
        if (entry.effect() != Effect.DELETE) {
            Map<String, Object> fields = new LinkedHashMap<>(entry.effect() == Effect.MERGE ? row.fields() : Map.of());
            fields.putAll(entry.fields());
            fields.put(keyField(), row.fields().get(keyField()));
            writer.write(fields);
        }
    }

    private void append(RowWriter writer) throws IOException {
        for (long place = 0; place < spool.end(); ) {
            Entry entry = spool.at(place);
            long following = spool.following();
            long key = Fingerprint.of(entry.key());
            boolean latest = staged.get(key) == place;
            if (latest && entry.effect() != Effect.DELETE && (previous == null || !previous.contains(key))) {
                entry.fields().putIfAbsent(keyField(), entry.key());
                writer.write(entry.fields());
            }
            place = following;
        }
    }

    private String keyField() {
        return layout.keys().fields().get(0);
    }

    private static void discard(Path draft) {
        try {
            if (draft != null) {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConnectorException failed(Folder folder, Layout layout, Exception e) {
        String words = e instanceof java.nio.file.FileSystemException file && file.getReason() != null
                ? file.getReason()
                : Objects.toString(e.getMessage(), e.getClass().getSimpleName());
        return new ConnectorException(
                Kind.TRANSIENT,
                "the file \"" + layout.path() + "\" in " + folder.name() + " could not be written: " + words
                        + ". It is as it was before",
                e);
    }

    @Override
    public void close() {
        try {
            spool.close();
            if (previous != null) {
                previous.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
