package io.serai.connector;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a stream is read.
 *
 * @param request one page
 * @param records where its list of records is
 * @param key the field that is a record's key
 * @param paging how the following page is found
 * @param since how only changes are asked for; empty to read everything on every pass
 * @param unwrap objects with one of these members are replaced by it, everywhere in a record: {@code nodes}, say
 * @param truncated where a record says that part of it is missing: such a record is reported, not stored
 */
public record ReadDefinition(
        RequestTemplate request,
        JsonPath records,
        JsonPath key,
        Paging paging,
        Optional<Since> since,
        List<String> unwrap,
        Optional<JsonPath> truncated) {

    /**
     * Incremental reading.
     *
     * @param field a record's time of change
     * @param overlap how far before the latest change that was seen the next pass starts
     * @param format how times are written in requests and records
     * @param sorted whether records come in order of change: pages then move with the time instead of an offset, so that a
     *     record that changes during the pass pushes none out of sight
     */
    public record Since(JsonPath field, Duration overlap, TimeFormat format, boolean sorted) {}

    /** How the following page is found. */
    public sealed interface Paging {

        /** There is one page. */
        record Single() implements Paging {}

        /** The body has a token, or the complete URL, of the next page; without one, or with {@code more} false, it is the last. */
        record Token(JsonPath token, Optional<JsonPath> more, boolean url) implements Paging {}

        /** The {@code Link} header (RFC 8288) names the next page. */
        record Link() implements Paging {}

        /** Pages have numbers. The last is the one that {@code more} says, or else the first empty one. */
        record Number(int first, Optional<JsonPath> more) implements Paging {}

        /** Records have numbers from 0. The last page is the one that reaches {@code total}, or else the first empty one. */
        record Offset(Optional<JsonPath> total) implements Paging {}
    }
}
