package io.serai.sync;

import io.serai.spi.Mutation;
import io.serai.spi.Op;
import io.serai.spi.Outcome;
import io.serai.spi.Sink;
import io.serai.spi.Stream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A destination that holds people in memory, by match value or, when it gives ids, by id. */
class MemorySink implements Sink {

    final Map<String, Map<String, Object>> members = new TreeMap<>();
    final List<Mutation> received = new ArrayList<>();
    final List<Integer> batches = new ArrayList<>();
    Set<Op> operations = EnumSet.allOf(Op.class);
    Optional<String> consent = Optional.empty();
    int batchSize = 2;
    boolean givesIds;

    /** Called before a batch is written. */
    Runnable before = () -> {};

    /** What to answer instead of writing; null to write. */
    Function<Mutation, Outcome> instead = mutation -> null;

    /** What becomes of the answers of a batch. */
    BiFunction<List<Mutation>, List<Outcome>, List<Outcome>> answer = (batch, outcomes) -> outcomes;

    @Override
    public void check() {}

    @Override
    public List<Stream> streams() {
        return List.of(new Stream(
                "members",
                Stream.Kind.PERSON,
                List.of(),
                List.of(),
                Optional.empty(),
                operations,
                Optional.of("key"),
                batchSize,
                consent));
    }

    @Override
    public List<Outcome> write(Stream stream, List<Mutation> batch) {
        batches.add(batch.size());
        before.run();
        List<Outcome> outcomes = new ArrayList<>();
        for (Mutation mutation : batch) {
            received.add(mutation);
            Outcome other = instead.apply(mutation);
            outcomes.add(other == null ? write(mutation) : other);
        }
        return answer.apply(batch, outcomes);
    }

    private Outcome write(Mutation mutation) {
        String id = mutation.remoteId() == null ? mutation.match() : mutation.remoteId();
        switch (mutation.op()) {
            case INSERT -> {
                if (members.containsKey(id)) {
                    return new Outcome.Rejected(mutation.id(), "is there already");
                }
                members.put(id, new LinkedHashMap<>(mutation.fields()));
            }
            case UPDATE -> {
                if (!members.containsKey(id)) {
                    return new Outcome.Rejected(mutation.id(), "is not there");
                }
                members.get(id).putAll(mutation.fields());
            }
            case UPSERT ->
                members.computeIfAbsent(id, any -> new LinkedHashMap<>()).putAll(mutation.fields());
            case DELETE -> members.remove(id);
            case ARCHIVE -> members.get(id).put("archived", true);
            case UNTAG -> members.get(id).remove("tag", mutation.fields().get("tag"));
        }
        return new Outcome.Written(mutation.id(), givesIds ? id : null);
    }

    List<Op> ops() {
        return received.stream().map(Mutation::op).toList();
    }

    void forgetWhatCame() {
        received.clear();
        batches.clear();
    }
}
