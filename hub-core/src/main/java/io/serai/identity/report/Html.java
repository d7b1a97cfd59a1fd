package io.serai.identity.report;

import java.util.Locale;

/** Text of a page: everything that is not ours goes through {@link #escape}. */
final class Html {

    private Html() {}

    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(Character.isISOControl(letter) ? ' ' : letter);
            }
        }
        return safe.toString();
    }

    /** At most so many letters, and an ellipsis; escaped. */
    static String escape(String text, int most) {
        return escape(text.length() <= most ? text : text.substring(0, most - 1) + "…");
    }

    static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    static String four(double number) {
        return String.format(Locale.ROOT, "%.4f", number);
    }

    /** 12345678 as 12 345 678, with thin spaces. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u2009');
    }

    /** Hundredths of a bit as bits with a sign. */
    static String bits(int hundredths) {
        return (hundredths < 0 ? "−" : "+") + String.format(Locale.ROOT, "%.1f", Math.abs(hundredths) / 100.0);
    }

    static String percent(double part) {
        double percent = part * 100;
        if (percent > 99.99 && percent < 100) {
            return "over 99.99 %";
        }
        if (percent > 0 && percent < 0.01) {
            return "under 0.01 %";
        }
        return String.format(Locale.ROOT, percent >= 99 || percent < 1 ? "%.2f %%" : "%.1f %%", percent);
    }
}
