package io.serai.connector;

import io.serai.spi.ConnectorException;
import io.serai.spi.Mutation;
import io.serai.spi.Op;
import io.serai.spi.Stream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sends the rows of one operation and notes what became of each. */
final class RowSender {

    private static final Set<Op> REMOVALS = Set.of(Op.DELETE, Op.ARCHIVE, Op.UNTAG);
    private static final Set<Integer> GONE = Set.of(404, 410);

    private final WriteDefinition write;
    private final Op op;
    private final Stream stream;
    private final Exchange exchange;
    private final Map<String, RowResult> results;

    RowSender(WriteDefinition write, Op op, Stream stream, Exchange exchange, Map<String, RowResult> results) {
        this.write = write;
        this.op = op;
        this.stream = stream;
        this.exchange = exchange;
        this.results = results;
    }

    /** Fails as a whole only while nothing is known of any row. */
    void send(List<Mutation> mutations) {
        List<Mutation> sendable = new ArrayList<>();
        for (Mutation mutation : mutations) {
            if (write.needsRemoteId() && mutation.remoteId() == null) {
                results.put(mutation.id(), new RowResult.NoId());
            } else {
                sendable.add(mutation);
            }
        }
        for (List<Mutation> chunk : chunks(sendable)) {
            try {
                request(chunk);
            } catch (ConnectorException e) {
                if (sendable.stream().noneMatch(mutation -> results.containsKey(mutation.id()))) {
                    throw e;
                }
                sendable.forEach(mutation -> results.putIfAbsent(mutation.id(), new RowResult.Unknown(e.getMessage())));
                return;
            }
        }
    }

    /** Rows with the same match never share a request: its answer could not be told apart. */
    private List<List<Mutation>> chunks(List<Mutation> mutations) {
        int most = write.batched() ? write.batch() : 1;
        List<List<Mutation>> chunks = new ArrayList<>();
        Set<String> matches = new HashSet<>();
        for (Mutation mutation : mutations) {
            String match = String.valueOf(mutation.match()).toLowerCase(Locale.ROOT);
            boolean full = chunks.isEmpty() || chunks.get(chunks.size() - 1).size() >= most;
            if (full || !matches.add(match)) {
                chunks.add(new ArrayList<>());
                matches.clear();
                matches.add(match);
            }
            chunks.get(chunks.size() - 1).add(mutation);
        }
        return chunks;
    }

    private void request(List<Mutation> chunk) {
        List<Scope> rows = new ArrayList<>();
        for (int index = 0; index < chunk.size(); index++) {
            rows.add(row(chunk.get(index), index));
        }
        Scope scope = write.batched() ? Rows.gather(exchange.settings(), write, rows) : rows.get(0);
        boolean repeatable = op != Op.INSERT;
        Answer answer = exchange.send(write.request(), exchange.url(write.request(), scope), scope, repeatable);
        if (answer.refused()) {
            refused(chunk, answer);
            return;
        }
        Results.read(write, chunk, rows, answer, results);
    }

    /** A refused request did nothing: the halves are sent on their own, until the row that is to blame stands alone. */
    private void refused(List<Mutation> chunk, Answer answer) {
        if (answer.aboutTheAccount() || answer.status() == 404 && !write.needsRemoteId()) {
            answer.orThrow();
        }
        if (chunk.size() > 1) {
            request(chunk.subList(0, chunk.size() / 2));
            request(chunk.subList(chunk.size() / 2, chunk.size()));
            return;
        }
        String id = chunk.get(0).id();
        String why = answer.failure().get().getMessage();
        if (REMOVALS.contains(op) && GONE.contains(answer.status())) {
            results.put(id, new RowResult.Written(chunk.get(0).remoteId()));
        } else if (write.existsStatus().equals(Optional.of(answer.status()))) {
            results.put(id, new RowResult.Exists(why));
        } else {
            results.put(id, new RowResult.Refused(why));
        }
    }

    private Scope row(Mutation mutation, int index) {
        Map<String, Object> own = new LinkedHashMap<>(mutation.fields());
        Object tag = own.remove("tag");
        if (tag == null && op == Op.UNTAG) {
            tag = mutation.previous().get("tag");
        }
        Map<String, Object> others = new LinkedHashMap<>(own);
        stream.fields().forEach(field -> others.remove(field.name()));
        stream.match().ifPresent(others::remove);
        return exchange.settings()
                .with("id", mutation.id())
                .with("index", index)
                .with("match", mutation.match())
                .with("remote_id", mutation.remoteId())
                .with("fields", own)
                .with("other_fields", others)
                .with("tag", tag);
    }
}
