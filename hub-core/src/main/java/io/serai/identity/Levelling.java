package io.serai.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gives touched signatures their levels, and finds their components on them. A level depends on the graph as it is now and on
 * nothing else: whoever was on a level where the component has become too large goes up together with everybody there, and
 * whoever's component has become small enough comes down.
 */
final class Levelling {

    private final Surroundings around;
    private final Likeness likeness;
    private final Set<Long> appeared;
    /** Whether links may have gone: then a stored level says nothing about the components below it. */
    private final boolean shrank;

    private final Map<Long, Integer> levelOf = new LinkedHashMap<>();

    /** @param likeness null when nothing is matched */
    Levelling(Surroundings around, Likeness likeness, Set<Long> appeared, boolean shrank) {
        this.around = around;
        this.likeness = likeness;
        this.appeared = appeared;
        this.shrank = shrank;
    }

    /** Live signatures whose components are known, with their levels. */
    Map<Long, Integer> levels() {
        return levelOf;
    }

    /** Those whose level is another than before. */
    Map<Long, Integer> changed() {
        Map<Long, Integer> changed = new TreeMap<>();
        if (likeness != null) {
            around.findLevels(levelOf.keySet());
            levelOf.forEach((id, level) -> {
                if (level != around.level(id)) {
                    changed.put(id, level);
                }
            });
        }
        return changed;
    }

    /** The weight from which edges count for a signature. */
    int floor(long id) {
        return Levels.floor(levelOf.get(id), likeness.floor());
    }

    /** Settles signatures around which the graph has changed. */
    void settle(Collection<Long> touched) {
        settle(new TreeMap<>(Map.of(likeness == null ? Levels.TOP : 0, touched)));
    }

    /** Settles signatures around which it has not, so far as anybody knows. */
    void settleWhereTheyAre(Collection<Long> ids) {
        TreeMap<Integer, Collection<Long>> byLevel = new TreeMap<>();
        around.findLevels(ids);
        for (long id : ids) {
            int level = likeness == null ? Levels.TOP : around.level(id);
            byLevel.computeIfAbsent(level, key -> new ArrayList<>()).add(id);
        }
        settle(byLevel);
    }

    private void settle(TreeMap<Integer, Collection<Long>> byLevel) {
        Set<Long> pending = new LinkedHashSet<>();
        for (int level = byLevel.isEmpty() ? Levels.TOP + 1 : byLevel.firstKey(); level <= Levels.TOP; level++) {
            pending.addAll(byLevel.getOrDefault(level, List.of()));
            pending.removeAll(levelOf.keySet());
            if (!pending.isEmpty()) {
                pending = settle(pending, level);
            }
        }
    }

    /** Answers who has to be looked for higher up. */
    private Set<Long> settle(Set<Long> pending, int level) {
        boolean top = level == Levels.TOP;
        int floor = top ? Integer.MAX_VALUE : Levels.floor(level, likeness.floor());
        int most = top ? Integer.MAX_VALUE : likeness.mostTogether();
        Exploration exploration = new Exploration(around, floor, most, id -> true);
        around.findLevels(pending);
        exploration.run(pending, id -> !top && !shrank && around.level(id) > level);
        exploration.whole().forEach(component -> component.forEach(id -> levelOf.put(id, level)));
        Set<Long> higher = new LinkedHashSet<>();
        Map<Integer, Set<Long>> raised = new HashMap<>();
        for (long id : exploration.inTooLarge()) {
            if (pending.contains(id)) {
                higher.add(id);
            }
            if (around.level(id) <= level && !appeared.contains(id)) {
                raised.computeIfAbsent(around.level(id), key -> new LinkedHashSet<>())
                        .add(id);
            }
        }
        raised.forEach((stored, ids) -> higher.addAll(company(ids, stored)));
        higher.removeAll(levelOf.keySet());
        return higher;
    }

    /** Everybody who was together with them on their level. */
    private List<Long> company(Set<Long> ids, int level) {
        Exploration company = new Exploration(
                around,
                Levels.floor(level, likeness.floor()),
                Integer.MAX_VALUE,
                id -> around.level(id) == level && !appeared.contains(id));
        company.run(ids, id -> false);
        return company.reached();
    }
}
