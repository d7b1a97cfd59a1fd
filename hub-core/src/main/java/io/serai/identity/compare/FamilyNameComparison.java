package io.serai.identity.compare;

/** Names of a family. */
final class FamilyNameComparison extends NameComparison {

    private static final int DIFFERENT = 0;
    private static final int INITIAL = 1;
    private static final int CLOSE = 2;
    private static final int PART = 3;
    private static final int SLIP = 4;
    private static final int SAME = 5;

    FamilyNameComparison() {
        super(false, "different", "initial", "sounds or looks alike", "part of", "one letter apart", "same");
    }

    @Override
    public Object parse(String raw) {
        return NameReader.read(raw);
    }

    @Override
    int level(Name left, Name right) {
        if (left.equalsName(right)) {
            return SAME;
        }
        int whole = level((Word) left, right);
        return whole >= PART || left.isSimple() && right.isSimple() ? whole : Math.max(whole, ofSeveral(left, right));
    }

    private static int level(Word left, Word right) {
        if (left.isSame(right) || left.isSlipOf(right)) {
            return SLIP;
        }
        if (left.isInitialOf(right)) {
            return INITIAL;
        }
        return left.isCloseTo(right) ? CLOSE : DIFFERENT;
    }

    /** García and García Márquez, Meyer and Meyer-Landrut, Berg and van der Berg. */
    private static int ofSeveral(Name left, Name right) {
        int best = DIFFERENT;
        for (int i = 0; i < left.words.count() && best < PART; i++) {
            for (int j = 0; j < right.words.count() && best < PART; j++) {
                int level = left.cores.get(i).isSame(right.cores.get(j))
                        ? PART
                        : level(left.words.get(i), right.words.get(j));
                best = Math.max(best, Math.min(PART, level));
            }
        }
        return best;
    }
}
