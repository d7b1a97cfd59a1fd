package io.serai.identity.compare;

import java.util.List;

/** Streets with house numbers. */
final class StreetComparison extends PlainComparison<StreetLine> {

    private static final int DIFFERENT = 0;
    private static final int WORD = 1;
    private static final int NUMBER_AND_WORD = 2;
    private static final int STREET = 3;
    private static final int NEARLY = 4;
    private static final int ALIKE = 5;
    private static final int SAME = 6;

    private final KnownWords words = new KnownWords();

    StreetComparison() {
        super(
                StreetLine.class,
                List.of(
                        "different",
                        "a word in common",
                        "same number and a word in common",
                        "same street, another number",
                        "same street, a number missing or a digit apart",
                        "same number, street written alike",
                        "same"),
                List.of("whole", "number and first word", "number", "first word", "word", "sound of the first word"));
    }

    @Override
    public Object parse(String raw) {
        StreetReader read = StreetReader.read(raw);
        return read == null ? null : new StreetLine(read.number(), read.words(), read.names(), words);
    }

    @Override
    public String canonicalOf(String raw) {
        StreetReader read = StreetReader.read(raw);
        return read == null ? null : StreetLine.text(read.number(), read.words());
    }

    @Override
    int compare(StreetLine left, StreetLine right) {
        if (left.text.equals(right.text)) {
            return SAME;
        }
        Words few = left.isBefore(right) ? left.names : right.names;
        Words many = few == left.names ? right.names : left.names;
        int common = few.alike(many);
        boolean number = !left.number.isEmpty() && left.number.equals(right.number);
        if (common == few.count() && common > 0 || isFewSlips(left, right)) {
            return number ? ALIKE : isNearly(left.number, right.number) ? NEARLY : STREET;
        }
        return common == 0 ? DIFFERENT : number ? NUMBER_AND_WORD : WORD;
    }

    /** One slip for every eight letters. */
    private static boolean isFewSlips(StreetLine left, StreetLine right) {
        int length = left.joined.length();
        int other = right.joined.length();
        int allowed = Math.min(length, other) / 8;
        return allowed > 0
                && Math.abs(length - other) <= allowed
                && Integer.bitCount(left.letters ^ right.letters) <= 2 * allowed
                && Distance.osa(left.joined, right.joined) <= allowed;
    }

    private static boolean isNearly(String left, String right) {
        return left.isEmpty()
                || right.isEmpty()
                || Math.max(left.length(), right.length()) > 1 && Distance.isOne(left, right);
    }

    @Override
    void give(StreetLine line, AtomSink sink) {
        sink.atom(0, Hash.of(line.text));
        if (!line.number.isEmpty()) {
            sink.atom(2, Hash.of(line.number));
        }
        if (line.names.count() > 0) {
            Word first = line.names.get(0);
            sink.atom(3, Hash.of(first.text));
            sink.atom(5, first.sound);
            if (!line.number.isEmpty()) {
                sink.atom(1, Hash.of(Hash.of(line.number), Hash.of(first.text)));
            }
            for (int i = 0; i < line.names.count(); i++) {
                sink.atom(4, Hash.of(line.names.get(i).text));
            }
        }
    }
}
