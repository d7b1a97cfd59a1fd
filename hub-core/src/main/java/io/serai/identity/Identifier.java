package io.serai.identity;

/**
 * A typed value that points at a person, normalised.
 *
 * @param name the identifier's name in {@code config/identity.yaml}
 * @param value the canonical value
 */
public record Identifier(String name, String value) implements Comparable<Identifier> {

    @Override
    public int compareTo(Identifier other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return name + ":" + value;
    }
}
