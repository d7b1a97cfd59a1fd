package io.serai.segment;

import java.util.Optional;

/**
 * A named rule that people are in or out of: a file of {@code config/segments}.
 *
 * @param name the file's name, by which everything refers to it
 * @param title what people call it
 * @param where who is in
 * @param onePer the trait of which each value has one member only: of those who satisfy the rule the oldest profile. People
 *     without the trait all stay
 * @param version changes whenever the file's meaning does
 */
public record Segment(String name, String title, Rule where, Optional<String> onePer, long version) {

    /** A segment of all who satisfy its rule. */
    public Segment(String name, String title, Rule where, long version) {
        this(name, title, where, Optional.empty(), version);
    }

    /** Who is in, in plain English: "city is York, one per household_id". */
    public String sentence() {
        return where.sentence() + onePer.map(trait -> ", one per " + trait).orElse("");
    }
}
