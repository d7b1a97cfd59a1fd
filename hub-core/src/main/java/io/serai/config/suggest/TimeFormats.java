package io.serai.config.suggest;

import io.serai.record.TimeFormat;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the pattern that times are written with. */
final class TimeFormats {

    private static final List<String> CLOCKS = List.of(" HH:mm:ss", " HH:mm", "", "'T'HH:mm:ss", ", HH:mm");
    private static final List<String> DAY_FIRST =
            List.of("dd/MM/yyyy", "dd.MM.yyyy", "dd-MM-yyyy", "d/M/yyyy", "d.M.yyyy");
    private static final List<String> MONTH_FIRST = List.of("MM/dd/yyyy", "M/d/yyyy");
    private static final List<String> YEAR_FIRST = List.of("yyyy/MM/dd", "yyyy.MM.dd", "yyyyMMdd");

    private TimeFormats() {}

    /**
     * The pattern for {@code format:}.
     *
     * @param values as the source writes them
     * @param monthFirst whether the hub's people write the month first
     * @return empty when none is needed, or none that is known fits all values
     */
    static Optional<String> of(List<String> values, ZoneId zone, boolean monthFirst) {
        if (values.isEmpty() || fits(Optional.empty(), values, zone)) {
            return Optional.empty();
        }
        if (values.stream().allMatch(value -> value.matches("\\d{9,13}"))) {
            return Optional.of(values.get(0).length() > 11 ? "epoch_milliseconds" : "epoch_seconds");
        }
        List<String> dates = new ArrayList<>(monthFirst ? MONTH_FIRST : DAY_FIRST);
        dates.addAll(YEAR_FIRST);
        dates.addAll(monthFirst ? DAY_FIRST : MONTH_FIRST);
        return dates.stream()
                .flatMap(date -> CLOCKS.stream().map(clock -> date + clock))
                .filter(pattern -> fits(Optional.of(pattern), values, zone))
                .findFirst();
    }

    /** Whether all values are times of that pattern; without one, of ISO 8601. */
    static boolean fits(Optional<String> pattern, List<String> values, ZoneId zone) {
        TimeFormat format = new TimeFormat(pattern, zone);
        try {
            values.forEach(format::moment);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
