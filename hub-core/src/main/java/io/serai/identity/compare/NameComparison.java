package io.serai.identity.compare;

import java.util.List;

/** What the comparisons of names share: values of one type and their atoms. */
abstract class NameComparison implements Comparison {

    private static final int WHOLE = 0;
    private static final int SOUND = 1;
    private static final int LETTER = 2;
    private static final int FOUR = 3;
    private static final int FIRST = 4;
    private static final int LAST = 5;
    private static final int FORMAL = 6;
    private static final int WORD = 7;
    private static final int BOTH = 8;
    private static final int SOUNDS = 9;

    private static final List<String> ATOMS = List.of(
            "whole",
            "sound",
            "first letter",
            "first four letters",
            "first word",
            "last word",
            "formal name",
            "word",
            "two words",
            "two sounds");
    /** Of more words than this no pairs are made. */
    private static final int PAIRED = 6;

    private final List<String> levels;
    private final boolean paired;

    /** @param paired whether pairs of words are atoms */
    NameComparison(boolean paired, String... levels) {
        this.paired = paired;
        this.levels = List.of(levels);
    }

    abstract int level(Name left, Name right);

    @Override
    public final int level(Object left, Object right) {
        return level((Name) left, (Name) right);
    }

    @Override
    public final String canonical(Object parsed) {
        return ((Name) parsed).said;
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
        return paired ? ATOMS : ATOMS.subList(0, BOTH);
    }

    @Override
    public final void atoms(Object parsed, AtomSink sink) {
        Name name = (Name) parsed;
        sink.atom(WHOLE, Hash.of(name.said));
        sink.atom(LETTER, Hash.of(name.said.charAt(0)));
        sink.atom(FOUR, Hash.of(name.text, 0, Math.min(4, name.length)));
        sink.atom(FIRST, Hash.of(name.first().text));
        sink.atom(LAST, Hash.of(name.last().text));
        for (int i = 0; i < name.words.count(); i++) {
            word(name.words.get(i), sink);
        }
        if (name.words != name.cores) {
            for (int i = 0; i < name.cores.count(); i++) {
                sink.atom(WORD, Hash.of(name.cores.get(i).text));
                sink.atom(SOUND, name.cores.get(i).sound);
            }
            sink.atom(LAST, Hash.of(name.cores.get(name.cores.count() - 1).text));
        }
        if (name.first().formal == null) {
            sink.atom(FORMAL, Hash.of(name.first().text));
        }
        if (paired) {
            pairs(name.words, sink);
        }
    }

    private static void word(Word word, AtomSink sink) {
        sink.atom(SOUND, word.sound);
        sink.atom(WORD, Hash.of(word.text));
        if (word.formal != null) {
            for (int formal : word.formal) {
                sink.atom(FORMAL, Hash.of(formal));
            }
        }
    }

    private static void pairs(Words words, AtomSink sink) {
        int count = Math.min(words.count(), PAIRED);
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                sink.atom(BOTH, unordered(Hash.of(words.get(i).text), Hash.of(words.get(j).text)));
                sink.atom(SOUNDS, unordered(words.get(i).sound, words.get(j).sound));
            }
        }
    }

    private static long unordered(long one, long two) {
        return Hash.of(Math.min(one, two), Math.max(one, two));
    }
}
