package io.serai.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The part of the store that keeps what matching knows: keys, edges and levels of live signatures. Every method takes a batch
 * and is called a few times a page, never once a signature. What is written is seen by the next question.
 */
public interface MatchIndex {

    /** What the signatures of these numbers say in the compared fields; those that say nothing may be left out. */
    Map<Long, List<String>> said(Collection<Long> signatures);

    /** The live signatures that bear each key, no more than {@code most} of each, in any order. */
    Map<Long, long[]> bearers(Collection<Long> keys, int most);

    /** Those of the keys that are known to be crowded. */
    Set<Long> crowded(Collection<Long> keys);

    /** All edges that have an end among the signatures, each once. */
    List<MatchEdge> edges(Collection<Long> signatures);

    /** The levels of signatures; those at level 0 are left out. */
    Map<Long, Integer> levels(Collection<Long> signatures);

    /** Writes the keys of signatures that are live now. */
    void addKeys(Map<Long, long[]> keysOf);

    /** Forgets the keys of signatures that are no longer live. */
    void removeKeys(Map<Long, long[]> keysOf);

    /** Remembers and forgets which keys are crowded. */
    void crowd(Set<Long> crowded, Set<Long> released);

    /** Forgets edges and writes edges, in this order. */
    void replace(Collection<MatchEdge> gone, Collection<MatchEdge> come);

    /** Writes levels; 0 forgets one. */
    void setLevels(Map<Long, Integer> levels);
}
