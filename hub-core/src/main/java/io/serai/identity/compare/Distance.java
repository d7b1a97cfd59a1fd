package io.serai.identity.compare;

/** How far apart two texts are. Nothing here allocates for texts of up to 64 letters. */
public final class Distance {

    private Distance() {}

    /**
     * Optimal string alignment: letters changed, left out, put in and neighbours swapped, each counted once. Bit-parallel, as in
     * H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances" (2003).
     */
    static int osa(String left, String right) {
        if (left.length() > right.length()) {
            return osa(right, left);
        }
        int length = left.length();
        if (length == 0) {
            return right.length();
        }
        return length <= 64 ? bits(left, right) : table(left, right);
    }

    private static int bits(String pattern, String text) {
        long vertical = -1;
        long negative = 0;
        long diagonal = 0;
        long before = 0;
        int distance = pattern.length();
        long last = 1L << distance - 1;
        for (int i = 0; i < text.length(); i++) {
            long equal = positions(pattern, text.charAt(i));
            long swapped = (~diagonal & equal) << 1 & before;
            diagonal = (equal & vertical) + vertical ^ vertical | equal | negative | swapped;
            long up = negative | ~(diagonal | vertical);
            long down = diagonal & vertical;
            distance += (up & last) != 0 ? 1 : 0;
            distance -= (down & last) != 0 ? 1 : 0;
            up = up << 1 | 1;
            down <<= 1;
            vertical = down | ~(diagonal | up);
            negative = up & diagonal;
            before = equal;
        }
        return distance;
    }

    private static long positions(String pattern, char letter) {
        long positions = 0;
        for (int i = pattern.length() - 1; i >= 0; i--) {
            positions = positions << 1 | (pattern.charAt(i) == letter ? 1 : 0);
        }
        return positions;
    }

    private static int table(String left, String right) {
        int width = right.length() + 1;
        int[] older = new int[width];
        int[] old = new int[width];
        int[] row = new int[width];
        for (int j = 0; j < width; j++) {
            old[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            row[0] = i;
            for (int j = 1; j < width; j++) {
                int cost = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(old[j], row[j - 1]) + 1, old[j - 1] + cost);
                if (i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1)) {
                    row[j] = Math.min(row[j], older[j - 2] + 1);
                }
            }
            int[] free = older;
            older = old;
            old = row;
            row = free;
        }
        return old[width - 1];
    }

    /** Whether two different texts are one slip of the keyboard apart: an optimal string alignment of one. */
    public static boolean isOne(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        if (Math.abs(left.length() - right.length()) > 1) {
            return false;
        }
        int from = 0;
        while (from < shorter && left.charAt(from) == right.charAt(from)) {
            from++;
        }
        int leftEnd = left.length() - 1;
        int rightEnd = right.length() - 1;
        while (leftEnd >= from && rightEnd >= from && left.charAt(leftEnd) == right.charAt(rightEnd)) {
            leftEnd--;
            rightEnd--;
        }
        int leftRest = leftEnd - from + 1;
        int rightRest = rightEnd - from + 1;
        return leftRest + rightRest > 0 && leftRest <= 1 && rightRest <= 1
                || leftRest == 2
                        && rightRest == 2
                        && left.charAt(from) == right.charAt(rightEnd)
                        && left.charAt(leftEnd) == right.charAt(from);
    }

    /**
     * Jaro-Winkler, from 0 to 1, with a prefix of at most four letters (W. E. Winkler, "String Comparator Metrics and Enhanced
     * Decision Rules", 1990). Only the first 64 letters count.
     */
    static double jaroWinkler(String left, String right) {
        if (left.length() > right.length() || left.length() == right.length() && left.compareTo(right) > 0) {
            return jaroWinkler(right, left);
        }
        int shorter = Math.min(left.length(), 64);
        int longer = Math.min(right.length(), 64);
        if (shorter == 0) {
            return longer == 0 ? 1 : 0;
        }
        int reach = Math.max(0, longer / 2 - 1);
        long leftUsed = 0;
        long rightUsed = 0;
        int common = 0;
        for (int i = 0; i < shorter; i++) {
            char letter = left.charAt(i);
            int to = Math.min(longer, i + reach + 1);
            for (int j = Math.max(0, i - reach); j < to; j++) {
                if ((rightUsed >>> j & 1) == 0 && right.charAt(j) == letter) {
                    leftUsed |= 1L << i;
                    rightUsed |= 1L << j;
                    common++;
                    break;
                }
            }
        }
        if (common == 0) {
            return 0;
        }
        int moved = moved(left, leftUsed, right, rightUsed);
        double jaro = ((double) common / shorter + (double) common / longer + (common - moved / 2.0) / common) / 3;
        return jaro + Math.min(prefix(left, right), 4) * .1 * (1 - jaro);
    }

    private static int moved(String left, long leftUsed, String right, long rightUsed) {
        int moved = 0;
        long theirs = rightUsed;
        for (long mine = leftUsed; mine != 0; mine &= mine - 1) {
            if (left.charAt(Long.numberOfTrailingZeros(mine)) != right.charAt(Long.numberOfTrailingZeros(theirs))) {
                moved++;
            }
            theirs &= theirs - 1;
        }
        return moved;
    }

    /** How many letters at the beginning are the same. */
    static int prefix(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        int same = 0;
        while (same < shorter && left.charAt(same) == right.charAt(same)) {
            same++;
        }
        return same;
    }
}
