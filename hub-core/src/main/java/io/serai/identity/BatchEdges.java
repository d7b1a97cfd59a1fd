package io.serai.identity;

import io.serai.identity.match.Candidates;
import io.serai.identity.match.Matcher;
import io.serai.identity.match.Model;
import io.serai.identity.match.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The edges of everybody at once, found by the batch engine: the same as page by page. */
public final class BatchEdges {

    private final Model model;
    private final Set<Identifier> overloaded;
    private final Masks masks;
    private final Sample sample;
    private final Set<Long> masked = new TreeSet<>();
    private long[] ids = new long[1024];

    /** @param overloaded all values that are on too many people */
    public BatchEdges(IdentityRules rules, Model model, Set<Identifier> overloaded) {
        this.model = model;
        this.overloaded = overloaded;
        masks = new Masks(rules);
        sample = new Sample(model.fields());
    }

    /** Takes edges, in no order that means anything. */
    @FunctionalInterface
    public interface EdgeSink {
        void edge(long left, long right, int weight);
    }

    /** Adds a live signature; each once. */
    public void add(long signature, List<String> said) {
        if (said.size() != model.fields().size()) {
            return;
        }
        if (sample.size() == ids.length) {
            ids = Arrays.copyOf(ids, ids.length * 2);
        }
        ids[sample.size()] = signature;
        sample.add(said);
        if (masks.masked(said, overloaded::contains) != said) {
            masked.add(signature);
        }
    }

    /** Those of which not everything counts: whatever edges they have, {@link #find} does not give. */
    public Set<Long> masked() {
        return masked;
    }

    /** Finds the edges between all others; nobody may be added after this. */
    public void find(int threads, EdgeSink sink) {
        if (sample.size() == 0) {
            return;
        }
        Candidates found = new Matcher(model, sample, threads).edges();
        for (int i = 0; i < found.size(); i++) {
            long left = ids[found.left()[i]];
            long right = ids[found.right()[i]];
            if (masked.isEmpty() || !masked.contains(left) && !masked.contains(right)) {
                sink.edge(left, right, found.weight()[i]);
            }
        }
    }
}
