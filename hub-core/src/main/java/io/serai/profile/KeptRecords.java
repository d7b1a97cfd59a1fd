package io.serai.profile;

import io.serai.record.SourceRecord;
import java.util.Map;
import java.util.Optional;

/** The records that the hub keeps, read under today's mappings. */
public interface KeptRecords {

    /** Takes a record. */
    @FunctionalInterface
    interface Reader {

        /**
         * @param mapping the mapping that reads it
         * @param profile whose it is; 0 for nobody's
         * @param said what it says of a person, as its mapping finds it and before it is normalised: all fields of a mapping to
         *     profile, of orders and events the identifiers of their person
         * @param toProfile whether the mapping leads to profiles
         */
        void record(String mapping, long profile, Map<String, Object> said, boolean toProfile);
    }

    /** Reads every live record, each stream in the order of arrival; those that their mapping refuses today are left out. */
    void each(Reader reader);

    /**
     * One live record as its source sent it.
     *
     * @param mapping the mapping that it came by
     * @param key its key in its stream; empty for any
     */
    Optional<SourceRecord> one(String mapping, Optional<String> key);
}
