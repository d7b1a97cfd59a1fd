package io.serai.identity.compare;

import java.util.List;

/** Any words. */
final class TextComparison extends PlainComparison<Phrase> {

    private static final int DIFFERENT = 0;
    private static final int SOME = 1;
    private static final int HALF = 2;
    private static final int PART = 3;
    private static final int SLIP = 4;
    private static final int SAME = 5;

    TextComparison() {
        super(
                Phrase.class,
                List.of(
                        "different",
                        "a word in common",
                        "half of the words in common",
                        "all words of the shorter one",
                        "one letter apart",
                        "same"),
                List.of("whole", "word", "sound"));
    }

    @Override
    public Object parse(String raw) {
        String folded = Junk.words(raw);
        return folded == null ? null : new Phrase(folded);
    }

    @Override
    int compare(Phrase left, Phrase right) {
        if (left.isSame(right)) {
            return SAME;
        }
        if (left.isSlipOf(right)) {
            return SLIP;
        }
        Words few = left.isBefore(right) ? left.words : right.words;
        Words many = few == left.words ? right.words : left.words;
        int common = few.alike(many);
        if (common == few.count()) {
            return PART;
        }
        return common == 0 ? DIFFERENT : 2 * common >= many.count() ? HALF : SOME;
    }

    @Override
    void give(Phrase phrase, AtomSink sink) {
        sink.atom(0, Hash.of(phrase.text));
        for (int i = 0; i < phrase.words.count(); i++) {
            Word word = phrase.words.get(i);
            sink.atom(1, Hash.of(word.text));
            sink.atom(2, word.sound);
        }
    }
}
