package io.serai.spi;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One kind of object in an account, and all that the hub must know about it.
 *
 * @param name the stream's name in its connection
 * @param kind what its objects are
 * @param fields the fields that are known; empty when the system does not say (then any field name is allowed)
 * @param key the fields that together are the object's key; empty when the connector makes keys of its own
 * @param read how it is read; empty when it cannot be
 * @param operations what can be written; empty when nothing can
 * @param match the field by which a destination finds the person it already holds; empty for streams that are only read
 * @param batchSize the most mutations in one {@link Sink#write}; 1 or more
 * @param consent the consent channel that a person must have granted to be sent here ({@code email}, {@code sms}); empty
 *     when holding the person needs no consent
 * @since 1.0
 */
public record Stream(
        String name,
        Kind kind,
        List<Field> fields,
        List<String> key,
        Optional<ReadMode> read,
        Set<Op> operations,
        Optional<String> match,
        int batchSize,
        Optional<String> consent) {

    /** What the objects of a stream are. */
    public enum Kind {
        PERSON,
        ORDER,
        PRODUCT,
        EVENT,
        MEMBERSHIP,
        OTHER
    }

    /** What one pass of reading yields. */
    public enum ReadMode {
        /** Only what is new or changed since the cursor. */
        INCREMENTAL,
        /** Everything, on every pass: what a complete pass does not contain is gone. */
        SNAPSHOT
    }

    public Stream {
        fields = List.copyOf(fields);
        key = List.copyOf(key);
        operations = Set.copyOf(operations);
        if (batchSize < 1) {
            throw new IllegalArgumentException(
                    "stream \"" + name + "\": batch size must be 1 or more, not " + batchSize);
        }
    }

    /** The field of that name, if the stream declares it. */
    public Optional<Field> field(String field) {
        return fields.stream()
                .filter(candidate -> candidate.name().equals(field))
                .findFirst();
    }
}
