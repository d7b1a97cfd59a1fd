package io.serai.identity;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What brings signatures together and keeps them apart, beside what they say.
 *
 * @param overloaded values on too many people: they link nobody
 * @param decisions of people; those about others than the signatures do not count
 * @param edges by which signatures are likely one person; those of others do not count
 * @param likeness what the edges' weights come from; null when nothing is matched
 * @param evidence what of a saying counts
 */
record Bonds(
        Set<Identifier> overloaded,
        Collection<Decision> decisions,
        Collection<MatchEdge> edges,
        Likeness likeness,
        UnaryOperator<List<String>> evidence) {

    /** Identifiers and decisions alone. */
    Bonds(Set<Identifier> overloaded, Collection<Decision> decisions) {
        this(overloaded, decisions, List.of(), null, UnaryOperator.identity());
    }
}
