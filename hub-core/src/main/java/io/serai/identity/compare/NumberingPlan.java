package io.serai.identity.compare;

/**
 * What is certain of a country's numbers (ITU-T E.164 and the national plans), so that plainly written ones need no closer
 * look: every number between the two lengths that does not begin with the trunk prefix is possible there.
 *
 * @param code the country's calling code
 * @param trunk what comes before a number within the country; empty for nothing
 * @param abroad what comes before a calling code there; empty when it varies
 * @param shortest digits of a national number
 * @param longest digits of a national number
 * @param most digits than which no national number has more
 * @param first the smallest digit that a national number begins with
 */
record NumberingPlan(String code, String trunk, String abroad, int shortest, int longest, int most, char first) {

    /** What is certainly no number. */
    static final String NONE = "";

    private static final NumberingPlan AMERICAN = new NumberingPlan("1", "1", "", 10, 10, 10, '2');
    private static final NumberingPlan BRITISH = european("44", "0", 9, 10, 10);
    private static final NumberingPlan FRENCH = european("33", "0", 9, 9, 9);
    private static final NumberingPlan SPANISH = european("34", "", 9, 9, 9);
    private static final NumberingPlan GERMAN = european("49", "0", 7, 12, 15);
    private static final NumberingPlan ITALIAN = new NumberingPlan("39", "", "00", 8, 11, 12, '0');
    private static final NumberingPlan DUTCH = european("31", "0", 9, 9, 11);
    private static final NumberingPlan BELGIAN = european("32", "0", 8, 9, 9);
    private static final NumberingPlan SWISS = european("41", "0", 9, 9, 12);
    private static final NumberingPlan AUSTRIAN = european("43", "0", 7, 12, 13);
    private static final NumberingPlan DANISH = european("45", "", 8, 8, 8);
    private static final NumberingPlan SWEDISH = european("46", "0", 7, 9, 12);
    private static final NumberingPlan NORWEGIAN = european("47", "", 8, 8, 8);
    private static final NumberingPlan POLISH = european("48", "", 9, 9, 10);
    private static final NumberingPlan PORTUGUESE = european("351", "", 9, 9, 9);
    private static final NumberingPlan IRISH = european("353", "0", 7, 9, 10);
    private static final NumberingPlan CZECH = european("420", "", 9, 9, 12);

    private static NumberingPlan european(String code, String trunk, int shortest, int longest, int most) {
        return new NumberingPlan(code, trunk, "00", shortest, longest, most, '1');
    }

    /** The plan of an ISO country; null when nothing is certain of it. */
    static NumberingPlan ofRegion(String region) {
        return switch (region) {
            case "US", "CA" -> AMERICAN;
            case "GB" -> BRITISH;
            case "FR" -> FRENCH;
            case "ES" -> SPANISH;
            case "DE" -> GERMAN;
            case "IT" -> ITALIAN;
            case "NL" -> DUTCH;
            case "BE" -> BELGIAN;
            case "CH" -> SWISS;
            case "AT" -> AUSTRIAN;
            case "DK" -> DANISH;
            case "SE" -> SWEDISH;
            case "NO" -> NORWEGIAN;
            case "PL" -> POLISH;
            case "PT" -> PORTUGUESE;
            case "IE" -> IRISH;
            case "CZ" -> CZECH;
            default -> null;
        };
    }

    /** The plan of a number that begins with its calling code; null when nothing is certain of it. */
    static NumberingPlan ofCode(char[] digits, int from) {
        return switch (digits[from]) {
            case '1' -> AMERICAN;
            case '3' ->
                switch (digits[from + 1]) {
                    case '1' -> DUTCH;
                    case '2' -> BELGIAN;
                    case '3' -> FRENCH;
                    case '4' -> SPANISH;
                    case '9' -> ITALIAN;
                    case '5' -> digits[from + 2] == '1' ? PORTUGUESE : digits[from + 2] == '3' ? IRISH : null;
                    default -> null;
                };
            case '4' ->
                switch (digits[from + 1]) {
                    case '1' -> SWISS;
                    case '2' -> digits[from + 2] == '0' ? CZECH : null;
                    case '3' -> AUSTRIAN;
                    case '4' -> BRITISH;
                    case '5' -> DANISH;
                    case '6' -> SWEDISH;
                    case '7' -> NORWEGIAN;
                    case '8' -> POLISH;
                    case '9' -> GERMAN;
                    default -> null;
                };
            default -> null;
        };
    }

    /** The digits behind the trunk prefix as E.164; {@link #NONE} when they are too many, null when nothing is certain. */
    String afterTrunk(char[] digits, int to) {
        int from = trunk.length();
        return trunk.equals("0") && to - from > most ? NONE : number(digits, from, to);
    }

    /** The digits from there on as E.164; null when they are not certainly a number of this plan. */
    String number(char[] digits, int from, int to) {
        int length = to - from;
        if (length < shortest || length > longest || digits[from] < first) {
            return null;
        }
        char[] number = new char[1 + code.length() + length];
        number[0] = '+';
        code.getChars(0, code.length(), number, 1);
        System.arraycopy(digits, from, number, 1 + code.length(), length);
        return new String(number);
    }
}
