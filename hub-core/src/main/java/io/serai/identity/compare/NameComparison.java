package io.serai.identity.compare;

import java.util.List;

/** What the comparisons of names share: values of one type and their atoms. */
abstract class NameComparison implements Comparison {

    private static final List<String> ATOMS = List.of(
            "whole", "sound", "first letter", "first four letters", "first word", "last word", "formal name", "word");

    private final List<String> levels;

    NameComparison(String... levels) {
        this.levels = List.of(levels);
    }

    abstract int level(Name left, Name right);

    @Override
    public final int level(Object left, Object right) {
        return level((Name) left, (Name) right);
    }

    @Override
    public final String canonical(Object parsed) {
        return ((Name) parsed).text;
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
        return ATOMS;
    }

    @Override
    public final void atoms(Object parsed, AtomSink sink) {
        Name name = (Name) parsed;
        sink.atom(0, Hash.of(name.text));
        sink.atom(2, Hash.of(name.text.charAt(0)));
        sink.atom(3, Hash.of(name.whole.text, 0, Math.min(4, name.whole.text.length())));
        sink.atom(4, Hash.of(name.first().text));
        sink.atom(5, Hash.of(name.last().text));
        for (Word word : name.words) {
            sink.atom(1, word.sound);
            sink.atom(7, Hash.of(word.text));
            if (word.formal != null) {
                for (int formal : word.formal) {
                    sink.atom(6, Hash.of(formal));
                }
            }
        }
        if (name.first().formal == null) {
            sink.atom(6, Hash.of(name.first().text));
        }
    }
}
