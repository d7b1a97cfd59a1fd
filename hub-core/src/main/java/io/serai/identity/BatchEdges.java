package io.serai.identity;

import io.serai.identity.match.SharedKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The edges of everybody at once: the same as page by page. What people say is held as bytes and parsed when it is compared, since few have
 * many candidates. Signatures are numbered from 0 in the order in which they are added.
 */
public final class BatchEdges {

    /** Signatures that one thread looks at in turn, and how many times so many are looked at together. */
    private static final int CHUNK = 512;

    private static final int CHUNKS = 64;

    private final Likeness likeness;
    private final Masks masks;
    private final Set<Identifier> overloaded;
    private final long most;
    /** Null once there is no room. */
    private PackedSayings sayings = new PackedSayings();

    private SharedKeys keys = new SharedKeys();

    /**
     * @param overloaded all values that are on too many people
     * @param most bytes that may be used
     */
    public BatchEdges(IdentityRules rules, Likeness likeness, Set<Identifier> overloaded, long most) {
        this.likeness = likeness;
        this.overloaded = overloaded;
        this.most = most;
        masks = new Masks(rules);
    }

    /** Takes edges in the order of their lower ends, then of their higher ones. */
    @FunctionalInterface
    public interface EdgeSink {
        void edge(int left, int right, int weight);
    }

    /** Adds a live signature; one that has no key may as well say nothing. */
    public void add(List<String> said) {
        if (fits()) {
            sayings.add(masks.masked(said, overloaded::contains));
            bound();
        }
    }

    /**
     * Adds a key that is not crowded, of signatures that were added.
     *
     * @param signatures who bear it, ascending, each once; as many as {@code count} says, which is 2 or more
     */
    public void addKey(int[] signatures, int count) {
        if (fits()) {
            keys.add(signatures, count);
            bound();
        }
    }

    private void bound() {
        if (sayings.bytes() + keys.bytes() > most) {
            sayings = null;
            keys = null;
        }
    }

    /** Whether all that was added had room; nothing can be found otherwise. */
    public boolean fits() {
        return sayings != null;
    }

    /** Finds the edges between all; nothing may be added after this. */
    public void find(EdgeSink sink) {
        int size = sayings.size();
        sayings.complete();
        keys.complete(size);
        int chunks = (size + CHUNK - 1) / CHUNK;
        for (int first = 0; first < chunks; first += CHUNKS) {
            IntStream.range(first, Math.min(chunks, first + CHUNKS))
                    .parallel()
                    .mapToObj(chunk -> edges(chunk * CHUNK, Math.min(size, (chunk + 1) * CHUNK)))
                    .toList()
                    .forEach(edges ->
                            edges.forEach(edge -> sink.edge((int) edge.left(), (int) edge.right(), edge.weight())));
        }
    }

    /** The edges of some signatures with those after them. */
    private List<MatchEdge> edges(int from, int to) {
        List<MatchEdge> edges = new ArrayList<>();
        for (int left = from; left < to; left++) {
            int[] others = keys.after(left);
            Object portrait = others.length == 0 ? null : portrait(left);
            for (int right : others) {
                int weight = likeness.weight(portrait, portrait(right), likeness.floor());
                if (weight >= likeness.floor()) {
                    edges.add(new MatchEdge(left, right, weight));
                }
            }
        }
        return edges;
    }

    private Object portrait(int signature) {
        return likeness.portrait(sayings.get(signature));
    }
}
