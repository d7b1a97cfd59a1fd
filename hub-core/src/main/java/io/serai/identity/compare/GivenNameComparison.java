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
        super("different", "sounds or looks alike", "initial", "part of", "nickname", "one letter apart", "same");
    }

    @Override
    public Object parse(String raw) {
        return NameReader.given(raw);
    }

    @Override
    int level(Name left, Name right) {
        if (left == right || left.text.equals(right.text)) {
            return SAME;
        }
        int whole = level(left.whole, right.whole);
        return whole >= NICKNAME || left.words.length == 1 && right.words.length == 1
                ? whole
                : Math.max(whole, ofSeveral(left, right));
    }

    static int level(Word left, Word right) {
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
    private static int ofSeveral(Name left, Name right) {
        Name few = left.words.length <= right.words.length ? left : right;
        Name many = few == left ? right : left;
        int worst = PART;
        boolean known = false;
        for (Word word : few.words) {
            int best = DIFFERENT;
            for (Word other : many.words) {
                int level = level(word, other);
                best = Math.max(best, level >= NICKNAME ? PART : level);
            }
            worst = Math.min(worst, best);
            known |= best == PART;
        }
        return worst == DIFFERENT
                        && known
                        && few.words.length > 1
                        && few.first().isSame(many.first())
                ? INITIAL
                : worst;
    }
}
