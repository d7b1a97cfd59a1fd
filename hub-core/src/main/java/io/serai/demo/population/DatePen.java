package io.serai.demo.population;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Writes a birth date as one source knows it. */
final class DatePen {

    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter DOTS = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter MONTH_FIRST = DateTimeFormatter.ofPattern("MM/dd/yyyy");

    private final Source source;
    private final Individual person;
    private final Row row;
    private final Dice dice;

    DatePen(Source source, Individual person, Row row, Dice dice) {
        this.source = source;
        this.person = person;
        this.row = row;
        this.dice = dice;
    }

    String date() {
        LocalDate date = person.birth();
        switch (dice.weighed(870, 45, 18, 18, 16, 12, 10)) {
            case 1 -> {
                if (date.getDayOfMonth() <= 12 && date.getDayOfMonth() != date.getMonthValue()) {
                    date = LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue());
                    row.met(Trouble.DAY_AND_MONTH);
                }
            }
            case 2 -> {
                date = date.plusYears(dice.pick(java.util.List.of(-10, -1, 1, 10, 100 - date.getYear() % 10)) % 60);
                row.met(Trouble.WRONG_YEAR);
            }
            case 3 -> {
                date = LocalDate.of(date.getYear(), 1, 1);
                row.met(Trouble.DEFAULT_DATE);
            }
            case 4 -> {
                date = LocalDate.of(dice.chance(0.6) ? 1900 : 1970, 1, 1);
                row.met(Trouble.DEFAULT_DATE);
            }
            case 5 -> date = date.withDayOfMonth(1 + dice.below(28));
            case 6 -> date = date.withMonth(1 + dice.below(12));
            default -> {
                // As it is.
            }
        }
        return written(date);
    }

    /** The old system exported dates as the country writes them. */
    private String written(LocalDate date) {
        if (source != Source.IMPORT) {
            return date.toString();
        }
        return switch (person.household().country().code()) {
            case "US" -> MONTH_FIRST.format(date);
            case "DE", "PL" -> DOTS.format(date);
            default -> DAY_FIRST.format(date);
        };
    }
}
