package io.serai.cli;

import io.serai.profile.FieldWeight;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Evidence in words and as JSON: a bit doubles, or halves, the odds that two records are one person's. */
final class Bits {

    private Bits() {}

    /** "first_name nickname +4.1, city different −1.2". */
    static String line(List<FieldWeight> evidence) {
        return evidence.stream()
                .map(each -> each.field() + " " + each.agreement() + " " + signed(each.bits()))
                .collect(Collectors.joining(", "));
    }

    static String signed(double bits) {
        return (bits < 0 ? "−" : "+") + String.format(Locale.ROOT, "%.1f", Math.abs(bits));
    }

    /** A probability for people: never 100 % of what is not certain. */
    static String percent(double probability) {
        double percent = probability * 100;
        if (percent > 99.99 && percent < 100) {
            return "over 99.99 %";
        }
        return String.format(Locale.ROOT, percent >= 99 ? "%.2f %%" : "%.0f %%", percent);
    }

    static List<Map<String, Object>> json(List<FieldWeight> evidence) {
        return evidence.stream().map(Bits::json).toList();
    }

    private static Map<String, Object> json(FieldWeight each) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("field", each.field());
        json.put("agreement", each.agreement());
        json.put("bits", each.bits());
        return json;
    }
}
