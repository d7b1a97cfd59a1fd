package io.serai.identity.compare;

import java.util.List;

/** Codes and categories: letters and digits. */
final class ExactComparison extends PlainComparison<String> {

    private static final int SHORTEST = 5;

    ExactComparison() {
        super(
                String.class,
                List.of("different", "one letter apart", "same"),
                List.of("whole", "first half", "second half"));
    }

    @Override
    public Object parse(String raw) {
        String code = raw == null ? "" : Latin.words(raw).replace(" ", "");
        return code.isEmpty()
                        || Junk.isWord(code)
                        || Junk.isWord(Blank.strip(raw))
                        || code.length() > 1 && Junk.isNumber(code)
                ? null
                : code;
    }

    @Override
    int compare(String left, String right) {
        if (left.equals(right)) {
            return 2;
        }
        return Math.min(left.length(), right.length()) >= SHORTEST && Distance.isOne(left, right) ? 1 : 0;
    }

    @Override
    void give(String code, AtomSink sink) {
        sink.atom(0, Hash.of(code));
        if (code.length() > SHORTEST) {
            sink.atom(1, Hash.of(code, 0, code.length() / 2));
            sink.atom(2, Hash.of(code, code.length() / 2, code.length()));
        }
    }
}
