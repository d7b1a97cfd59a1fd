package io.serai.identity.compare;

import java.util.List;
import java.util.Map;

/** Towns. */
final class CityComparison extends PlainComparison<Phrase> {

    private static final int DIFFERENT = 0;
    private static final int CLOSE = 1;
    private static final int PART = 2;
    private static final int SLIP = 3;
    private static final int SAME = 4;
    private static final Map<String, String> LONG = Map.ofEntries(
            Map.entry("st", "saint"),
            Map.entry("ste", "sainte"),
            Map.entry("mt", "mount"),
            Map.entry("ft", "fort"),
            Map.entry("pt", "port"),
            Map.entry("sta", "santa"),
            Map.entry("skt", "sankt"),
            Map.entry("nth", "north"),
            Map.entry("sth", "south"),
            Map.entry("n", "north"),
            Map.entry("s", "south"),
            Map.entry("e", "east"),
            Map.entry("w", "west"),
            Map.entry("hts", "heights"));

    CityComparison() {
        super(
                Phrase.class,
                List.of("different", "looks alike", "part of", "one letter apart", "same"),
                List.of("whole", "first four letters", "word"));
    }

    @Override
    public Object parse(String raw) {
        String folded = Junk.words(raw);
        if (folded == null || Junk.isName(folded)) {
            return null;
        }
        String[] words = folded.split(" ");
        for (int i = 0; i < words.length; i++) {
            words[i] = LONG.getOrDefault(words[i], words[i]);
        }
        return new Phrase(String.join(" ", words));
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
        if (Long.bitCount(few.same(many)) == few.count()) {
            return PART;
        }
        return left.isCloseTo(right) || few.alike(many) == few.count() ? CLOSE : DIFFERENT;
    }

    @Override
    void give(Phrase city, AtomSink sink) {
        sink.atom(0, Hash.of(city.text));
        sink.atom(1, Hash.of(city.text, 0, Math.min(4, city.text.length())));
        for (int i = 0; i < city.words.count(); i++) {
            sink.atom(2, Hash.of(city.words.get(i).text));
        }
    }
}
