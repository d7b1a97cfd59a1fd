package io.serai.demo.population;

/** What makes a row hard to recognise, with the least and the most share of rows that suffer from it. */
enum Trouble {
    KEYBOARD(0.01, 0.05),
    OCR(0.005, 0.04),
    PHONETIC(0.01, 0.05),
    TRANSPOSED(0.01, 0.05),
    DROPPED_LETTER(0.01, 0.06),
    WRONG_DIGIT(0.01, 0.05),
    NICKNAME(0.06, 0.16),
    INITIAL(0.01, 0.05),
    MIDDLE_NAME(0.005, 0.05),
    SWAPPED_NAMES(0.005, 0.03),
    LETTER_CASE(0.1, 0.3),
    WITHOUT_ACCENTS(0.02, 0.2),
    TRANSLITERATED(0.002, 0.03),
    OLD_ADDRESS(0.06, 0.2),
    BIRTH_NAME(0.01, 0.06),
    DOUBLE_NAME(0.002, 0.03),
    SHARED_PHONE(0.05, 0.2),
    SHARED_EMAIL(0.02, 0.09),
    SPARSE(0.08, 0.25),
    DAY_AND_MONTH(0.002, 0.03),
    WRONG_YEAR(0.002, 0.02),
    DEFAULT_DATE(0.005, 0.03),
    RELAY_EMAIL(0.015, 0.08),
    BRANCH_VALUE(0.001, 0.01),
    JUNK(0.02, 0.08);

    private final double least;
    private final double most;

    Trouble(double least, double most) {
        this.least = least;
        this.most = most;
    }

    double least() {
        return least;
    }

    double most() {
        return most;
    }
}
