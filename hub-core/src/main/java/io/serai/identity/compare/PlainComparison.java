package io.serai.identity.compare;

import java.util.List;

/** What comparisons with fixed lists of levels and atoms share. */
abstract class PlainComparison<T> implements Comparison {

    private final Class<T> type;
    private final List<String> levels;
    private final List<String> atoms;

    PlainComparison(Class<T> type, List<String> levels, List<String> atoms) {
        this.type = type;
        this.levels = levels;
        this.atoms = atoms;
    }

    abstract int compare(T left, T right);

    abstract void give(T value, AtomSink sink);

    @Override
    public final int level(Object left, Object right) {
        return compare(type.cast(left), type.cast(right));
    }

    @Override
    public final void atoms(Object parsed, AtomSink sink) {
        give(type.cast(parsed), sink);
    }

    @Override
    public final String canonical(Object parsed) {
        return parsed.toString();
    }

    @Override
    public final int levels() {
        return levels.size();
    }

    @Override
    public final String levelName(int level) {
        return levels.get(level);
    }

    @Override
    public final List<String> atomNames() {
        return atoms;
    }
}
