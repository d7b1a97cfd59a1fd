package io.serai.identity.compare;

/** Whole names, their words in any order. */
final class FullNameComparison extends NameComparison {

    private static final int DIFFERENT = 0;
    private static final int ONE_WORD = 1;
    private static final int PART_ALIKE = 2;
    private static final int ALIKE = 3;
    private static final int PART = 4;
    private static final int TURNED = 5;
    private static final int SAME = 6;

    FullNameComparison() {
        super(
                true,
                "different",
                "a word in common",
                "a part alike",
                "all words alike",
                "all words of the shorter one",
                "same words in another order",
                "same");
    }

    @Override
    public Object parse(String raw) {
        return NameReader.full(raw);
    }

    @Override
    int level(Name left, Name right) {
        return left.equalsName(right)
                ? SAME
                : left.isBefore(right) ? ofWords(left.words, right.words) : ofWords(right.words, left.words);
    }

    private static int ofWords(Words few, Words many) {
        long taken = few.same(many);
        int same = Long.bitCount(taken);
        int alike = 0;
        for (int i = 0; same < few.count() && i < few.count(); i++) {
            int at = few.isIn(i, many) ? -1 : alike(few.get(i), many, taken);
            if (at >= 0) {
                alike++;
                taken |= 1L << at;
            }
        }
        return level(few.count(), many.count(), same, alike);
    }

    private static int level(int few, int many, int same, int alike) {
        if (same == few) {
            return few == many ? TURNED : few > 1 ? PART : ONE_WORD;
        }
        if (same + alike == few) {
            return few == many ? ALIKE : few > 1 ? PART_ALIKE : ONE_WORD;
        }
        if (same + alike >= 2) {
            return PART_ALIKE;
        }
        return same > 0 ? ONE_WORD : DIFFERENT;
    }

    private static int alike(Word word, Words in, long taken) {
        for (int i = 0; i < in.count(); i++) {
            if ((taken >> i & 1) == 0 && isAlike(word, in.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isAlike(Word left, Word right) {
        return left.isSlipOf(right) || left.isNicknameOf(right) || left.isInitialOf(right) || left.isCloseTo(right);
    }
}
