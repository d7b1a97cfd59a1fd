package io.serai.identity.compare;

/** Takes the blocking atoms of a value, one by one. */
@FunctionalInterface
public interface AtomSink {

    /**
     * One atom.
     *
     * @param atom index in {@link Comparison#atomNames()}
     * @param hash 64 bits of what the atom says; equal for equal content, also of different kinds of the same value type
     */
    void atom(int atom, long hash);
}
