package io.serai.demo.population;

/**
 * Something that may change once in a person's time with the retailer, which runs from 0 to 1.
 *
 * @param since when the later value began; 1 for never
 */
record Past<T>(T before, T after, double since) {

    static <T> Past<T> always(T value) {
        return new Past<>(value, value, 1);
    }

    T at(double time) {
        return time < since ? before : after;
    }

    boolean changes() {
        return since < 1;
    }
}
