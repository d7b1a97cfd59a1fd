package io.serai.identity;

/**
 * Why two signatures are one person.
 *
 * @param left a signature's number
 * @param right another's
 * @param identifier the value that they share; null when a person joined them or they are alike
 * @param weight hundredths of a bit by which they are alike; null when they share a value or a person joined them
 */
public record Link(long left, long right, Identifier identifier, Integer weight) {

    /** They share a value, or, without one, a person joined them. */
    public Link(long left, long right, Identifier identifier) {
        this(left, right, identifier, null);
    }

    /** Whether they were put together for being alike. */
    public boolean isMatch() {
        return weight != null;
    }
}
