package io.serai.identity.compare;

/** Names given to a person. */
final class GivenNameComparison extends NameComparison {

    private static final int DIFFERENT = 0;
    private static final int CLOSE = 1;
    private static final int INITIAL = 2;
    private static final int PART = 3;
    private static final int NICKNAME = 4;
    private static final int SLIP = 5;
    private static final int SAME = 6;

    GivenNameComparison() {
        super(
                false,
                "different",
                "sounds or looks alike",
                "initial",
                "part of",
                "nickname",
                "one letter apart",
                "same");
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
        return whole >= NICKNAME || left.words.count() + right.words.count() == 2
                ? whole
                : Math.max(
                        whole,
                        left.isBefore(right) ? ofSeveral(left.words, right.words) : ofSeveral(right.words, left.words));
    }

    private static int level(Word left, Word right) {
        if (left.isSame(right) || left.isSlipOf(right)) {
            return SLIP;
        }
        if (left.isNicknameOf(right)) {
            return NICKNAME;
        }
        if (left.isInitialOf(right)) {
            return INITIAL;
        }
        return left.isCloseTo(right) ? CLOSE : DIFFERENT;
    }

    /** Anna and Anna Maria, J P and Jean-Pierre, Maria and Anna Maria. */
    private static int ofSeveral(Words left, Words right) {
        int worst = PART;
        for (int i = 0; i < left.count() && worst > DIFFERENT; i++) {
            int best = DIFFERENT;
            for (int j = 0; j < right.count() && best < PART; j++) {
                best = Math.max(best, Math.min(PART, level(left.get(i), right.get(j))));
            }
            worst = Math.min(worst, best);
        }
        return worst == DIFFERENT && left.count() > 1 && left.get(0).isSame(right.get(0)) ? INITIAL : worst;
    }
}
