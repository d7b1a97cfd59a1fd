package io.serai.camel;

import java.util.Set;
import java.util.TreeSet;

/**
 * What an edit made of the routes, by their ids.
 *
 * @param added those that run and did not before
 * @param changed those that ran before and run by another version of their file
 * @param removed those that have stopped for good
 */
public record RouteEdit(Set<String> added, Set<String> changed, Set<String> removed) {

    static RouteEdit of(Set<String> before, Set<String> after) {
        Set<String> added = new TreeSet<>(after);
        added.removeAll(before);
        Set<String> removed = new TreeSet<>(before);
        removed.removeAll(after);
        Set<String> changed = new TreeSet<>(after);
        changed.retainAll(before);
        return new RouteEdit(added, changed, removed);
    }
}
