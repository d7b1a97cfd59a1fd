package io.serai.connector;

import io.serai.spi.ConnectorException;
import io.serai.spi.Mutation;
import io.serai.spi.Op;
import io.serai.spi.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes one batch: operation by operation, in requests of the size that the destination takes. Once the first outcome is
 * known, a failure defers the rest instead of forgetting what was learned.
 */
final class BatchWriter {

    private static final String NO_ID =
            "The destination's id of this object is not known here, so it cannot be named to it.";

    private final StreamDefinition definition;
    private final Exchange exchange;
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();

    BatchWriter(StreamDefinition definition, Exchange exchange) {
        this.definition = definition;
        this.exchange = exchange;
    }

    List<Outcome> write(List<Mutation> batch) {
        try {
            byOperation(batch).forEach(this::operation);
        } catch (ConnectorException e) {
            if (outcomes.isEmpty()) {
                throw e;
            }
            batch.forEach(mutation ->
                    outcomes.putIfAbsent(mutation.id(), new Outcome.Deferred(mutation.id(), e.getMessage())));
        }
        return batch.stream().map(mutation -> outcomes.get(mutation.id())).toList();
    }

    private static Map<Op, List<Mutation>> byOperation(List<Mutation> batch) {
        Map<Op, List<Mutation>> groups = new EnumMap<>(Op.class);
        batch.forEach(mutation ->
                groups.computeIfAbsent(mutation.op(), op -> new ArrayList<>()).add(mutation));
        return groups;
    }

    private void operation(Op op, List<Mutation> mutations) {
        WriteDefinition direct = definition.writes().get(op);
        if (direct != null) {
            tagged(mutations, send(direct, op, mutations));
            return;
        }
        insertOrUpdate(mutations);
    }

    /** Inserts what may be new; what the destination says it has already is updated. */
    private void insertOrUpdate(List<Mutation> mutations) {
        WriteDefinition insert = definition.writes().get(Op.INSERT);
        WriteDefinition update = definition.writes().get(Op.UPDATE);
        List<Mutation> known = mutations.stream()
                .filter(mutation -> mutation.remoteId() != null)
                .toList();
        List<Mutation> perhapsNew = mutations.stream()
                .filter(mutation -> mutation.remoteId() == null)
                .toList();
        Map<String, RowResult> results = send(insert, Op.UPSERT, perhapsNew);
        List<Mutation> toUpdate = new ArrayList<>(known);
        List<Mutation> inserted = new ArrayList<>();
        for (Mutation mutation : perhapsNew) {
            boolean exists = results.get(mutation.id()) instanceof RowResult.Exists;
            (exists ? toUpdate : inserted).add(mutation);
        }
        tagged(inserted, results);
        tagged(toUpdate, send(update, Op.UPSERT, toUpdate));
    }

    private Map<String, RowResult> send(WriteDefinition write, Op op, List<Mutation> mutations) {
        Map<String, RowResult> results = new HashMap<>();
        if (!mutations.isEmpty()) {
            new RowSender(write, op, definition.stream(), exchange, results).send(mutations);
        }
        return results;
    }

    /** Puts tags on what was written, where that is a request of its own, and settles the outcomes. */
    private void tagged(List<Mutation> mutations, Map<String, RowResult> results) {
        if (definition.tag().isEmpty()) {
            mutations.forEach(mutation -> settle(mutation, results.get(mutation.id())));
            return;
        }
        List<Mutation> toTag = new ArrayList<>();
        for (Mutation mutation : mutations) {
            boolean tags = Set.of(Op.INSERT, Op.UPDATE, Op.UPSERT).contains(mutation.op())
                    && mutation.fields().get("tag") != null;
            if (tags && results.get(mutation.id()) instanceof RowResult.Written written) {
                String remoteId = written.remoteId() == null ? mutation.remoteId() : written.remoteId();
                toTag.add(new Mutation(
                        mutation.id(),
                        mutation.op(),
                        mutation.match(),
                        remoteId,
                        mutation.fields(),
                        mutation.previous()));
            } else {
                settle(mutation, results.get(mutation.id()));
            }
        }
        Map<String, RowResult> tagResults = send(definition.tag().get(), Op.UPDATE, toTag);
        for (Mutation mutation : toTag) {
            RowResult result = tagResults.get(mutation.id());
            settle(mutation, result instanceof RowResult.Written ? new RowResult.Written(mutation.remoteId()) : result);
        }
    }

    private void settle(Mutation mutation, RowResult result) {
        outcomes.put(mutation.id(), outcome(mutation, result));
    }

    private Outcome outcome(Mutation mutation, RowResult result) {
        if (result instanceof RowResult.Written written) {
            return new Outcome.Written(
                    mutation.id(), written.remoteId() == null ? mutation.remoteId() : written.remoteId());
        }
        if (result instanceof RowResult.Refused refused) {
            return new Outcome.Rejected(mutation.id(), exchange.clean(refused.why()));
        }
        if (result instanceof RowResult.Exists exists) {
            return new Outcome.Rejected(mutation.id(), exchange.clean(exists.why()));
        }
        if (result instanceof RowResult.NoId) {
            return new Outcome.Rejected(mutation.id(), NO_ID);
        }
        String why = result instanceof RowResult.Unknown unknown
                ? unknown.why()
                : "The destination's answer does not speak of this row.";
        return new Outcome.Deferred(mutation.id(), exchange.clean(why));
    }
}
