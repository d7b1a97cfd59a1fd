package io.serai.identity.compare;

import java.util.List;
import java.util.Map;

/** Codes and categories: letters and digits. */
final class ExactComparison extends PlainComparison<String> {

    private static final int SHORTEST = 5;
    /** Words of which people also write the first letter. */
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("male", "m"),
            Map.entry("female", "f"),
            Map.entry("maennlich", "m"),
            Map.entry("weiblich", "f"),
            Map.entry("masculino", "m"),
            Map.entry("femenino", "f"),
            Map.entry("feminino", "f"),
            Map.entry("masculin", "m"),
            Map.entry("feminin", "f"),
            Map.entry("maschio", "m"),
            Map.entry("femmina", "f"),
            Map.entry("yes", "y"),
            Map.entry("no", "n"));

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
                : SHORT.getOrDefault(code, code);
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
