package io.serai.store;

import io.serai.identity.Identifier;
import io.serai.identity.Signature;
import io.serai.profile.Facts;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.LongConsumer;

/** What everybody says of a store that has no profiles yet. */
interface FirstSayings {

    /** After so many signatures there is a look at what else is to be written. */
    int LOOK = 1024;

    /** Something small that is done now and then while much is written. */
    @FunctionalInterface
    interface Meanwhile {
        void look() throws SQLException;
    }

    /** Finds something out of what everybody says. */
    @FunctionalInterface
    interface Finding {
        void run() throws SQLException;
    }

    /** Whether everything is in memory: another thread may ask while the store is written. */
    boolean isAtHand();

    /** Brings what is said into the store, nobody's so far, for whoever reads it there. */
    void store() throws SQLException;

    /** Runs what asks no more than this; the store does something useful beside it where it can. */
    void find(Finding finding) throws SQLException;

    /** All live signatures. */
    SignatureIds ids();

    /** Who shares identifiers; to be closed. */
    SharedValues shared() throws SQLException;

    /** Whole signatures, by number. */
    List<Signature> signatures(Collection<Long> ids) throws SQLException;

    /** Writes whose each signature is. @param profileOf by signature, in step with {@link #ids} */
    void give(int[] profileOf, Meanwhile meanwhile) throws SQLException;

    /** Everything is written that this knows of. */
    void complete() throws SQLException;

    /** Some profiles are going to be asked for: what follows is then known of their signatures, by their places. */
    void prepare(FirstMembers members, int first, int last) throws SQLException;

    /** The feed of a signature. */
    long feed(int node);

    /** When the last record came that says it, in milliseconds. */
    long saidAt(int node);

    /** What a signature is known by. */
    List<Identifier> identifiers(int node);

    /** Hands over the numbers of the records of a signature that describe a person, unlike orders and events; in any order. */
    void eachRecord(int node, LongConsumer taker);

    /** A record's traits and consents; null when it has none today. */
    Facts facts(long record);

    /** When a record last changed, in milliseconds. */
    long changed(long record);
}
