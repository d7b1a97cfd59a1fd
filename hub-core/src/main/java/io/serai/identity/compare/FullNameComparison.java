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
        if (left == right || left.text.equals(right.text)) {
            return SAME;
        }
        Name few = left.words.length <= right.words.length ? left : right;
        Name many = few == left ? right : left;
        int same = 0;
        int alike = 0;
        long taken = 0;
        for (Word word : few.words) {
            int at = find(word, many, taken, true);
            if (at >= 0) {
                same++;
                taken |= 1L << at;
            }
        }
        if (same < few.words.length) {
            for (Word word : few.words) {
                if (find(word, many, 0, true) < 0) {
                    int at = find(word, many, taken, false);
                    if (at >= 0) {
                        alike++;
                        taken |= 1L << at;
                    }
                }
            }
        }
        return level(few.words.length, many.words.length, same, alike);
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

    private static int find(Word word, Name in, long taken, boolean same) {
        for (int i = 0; i < in.words.length; i++) {
            if ((taken >> i & 1) == 0 && (same ? word.isSame(in.words[i]) : isAlike(word, in.words[i]))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isAlike(Word left, Word right) {
        return left.isSlipOf(right) || left.isNicknameOf(right) || left.isInitialOf(right) || left.isCloseTo(right);
    }
}
