package io.serai.identity.compare;

/** How two texts compare, in words. */
final class Pair {

    private Pair() {}

    /** The name of the level, the same both ways round; "nothing" when one of the two says nothing. */
    static String of(Kind kind, String left, String right) {
        return of(Comparison.of(kind), left, right);
    }

    static String of(Comparison comparison, String left, String right) {
        Object one = comparison.parse(left);
        Object two = comparison.parse(right);
        if (one == null || two == null) {
            return "nothing";
        }
        int level = comparison.level(one, two);
        if (level != comparison.level(two, one)) {
            return "another level the other way round";
        }
        return comparison.levelName(level);
    }

    static String canonical(Kind kind, String text) {
        Comparison comparison = Comparison.of(kind);
        Object parsed = comparison.parse(text);
        return parsed == null ? null : comparison.canonical(parsed);
    }
}
