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
        String folded = raw == null ? "" : Latin.words(raw);
        return folded.isEmpty() || Junk.isWord(folded) || Junk.isWord(Blank.strip(raw)) ? null : Phrase.of(folded);
    }

    @Override
    int compare(Phrase left, Phrase right) {
        if (left.text.equals(right.text)) {
            return SAME;
        }
        if (Math.min(left.text.length(), right.text.length()) > 3 && Distance.isOne(left.text, right.text)) {
            return SLIP;
        }
        Phrase few = left.words.length <= right.words.length ? left : right;
        Phrase many = few == left ? right : left;
        int common = few.common(many, true);
        if (common == few.words.length) {
            return PART;
        }
        return common == 0 ? DIFFERENT : 2 * common >= many.words.length ? HALF : SOME;
    }

    @Override
    void give(Phrase phrase, AtomSink sink) {
        sink.atom(0, Hash.of(phrase.text));
        for (Word word : phrase.words) {
            sink.atom(1, Hash.of(word.text));
            sink.atom(2, word.sound);
        }
    }
}
