package io.serai.profile;

/** Is told how far long work is, as often as there is something new to say. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (what, done, all) -> {};

    /**
     * Work goes on.
     *
     * @param what is done, as in {@code records read again}
     * @param done how much of it; at the end as much as all
     * @param all how much there is
     */
    void at(String what, long done, long all);
}
