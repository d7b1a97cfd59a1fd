package io.serai.identity.compare;

import java.math.BigDecimal;
import java.util.List;

/** Numbers: 1,234.50 and 1234.5 are the same. */
final class NumberComparison extends PlainComparison<NumberComparison.Amount> {

    /**
     * A number.
     *
     * @param text without what does not count
     */
    record Amount(double value, String text) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Amount amount && text.equals(amount.text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }

        @Override
        public String toString() {
            return text;
        }
    }

    NumberComparison() {
        super(
                Amount.class,
                List.of("different", "within a tenth", "within a hundredth", "same"),
                List.of("whole", "order of magnitude"));
    }

    @Override
    public Object parse(String raw) {
        String text = raw == null ? "" : plain(raw);
        if (text.isEmpty() || text.length() > 30) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            String canonical =
                    number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            return new Amount(number.doubleValue(), canonical);
        } catch (NumberFormatException none) {
            return null;
        }
    }

    /** Digits, sign and one point; a comma is a point when at most two digits follow and no point does. */
    private static String plain(String raw) {
        int comma = raw.lastIndexOf(',');
        boolean decimal = comma >= 0
                && raw.indexOf('.', comma) < 0
                && raw.indexOf(',') == comma
                && raw.strip().length() - comma - 1 != 3;
        StringBuilder plain = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char letter = raw.charAt(i);
            if (letter >= '0' && letter <= '9' || letter == '-' && plain.isEmpty()) {
                plain.append(letter);
            } else if (decimal ? letter == ',' : letter == '.') {
                plain.append('.');
            } else if (Character.isLetter(letter)) {
                return "";
            }
        }
        return plain.toString();
    }

    @Override
    int compare(Amount left, Amount right) {
        if (left.text().equals(right.text())) {
            return 3;
        }
        double apart = Math.abs(left.value() - right.value());
        double size = Math.max(Math.abs(left.value()), Math.abs(right.value()));
        return apart <= size / 100 ? 2 : apart <= size / 10 ? 1 : 0;
    }

    @Override
    void give(Amount amount, AtomSink sink) {
        sink.atom(0, Hash.of(amount.text()));
        sink.atom(1, Hash.of(Math.getExponent(amount.value())));
    }
}
