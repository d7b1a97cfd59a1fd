package io.serai.store;

import io.serai.identity.Evidence;
import io.serai.identity.Identifier;
import io.serai.identity.Signature;
import io.serai.profile.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.LongConsumer;

/** What everybody says whom a first load has brought: out of its memory, not yet in the store. */
final class LoadedSayings implements FirstSayings {

    private final Connection connection;
    private final LoadedRecords records;
    private final LoadedSignatures signatures;
    private final SpilledFacts facts;
    private final SharedValues shared;
    private final Map<Long, FeedTable.Feed> feeds;
    /** By signature the last record that says it, and by record the one before it that says the same; numbers, 0 for none. */
    private final int[] last;

    private final int[] before;
    private boolean stored;

    LoadedSayings(
            Connection connection,
            LoadedRecords records,
            LoadedSignatures signatures,
            SpilledFacts facts,
            SharedValues shared)
            throws SQLException {
        this.connection = connection;
        this.records = records;
        this.signatures = signatures;
        this.facts = facts;
        this.shared = shared;
        feeds = FeedTable.byId(connection);
        last = new int[signatures.size()];
        before = new int[records.size()];
        for (int record = 0; record < before.length; record++) {
            int signature = records.signature(record);
            if (signature >= 0) {
                before[record] = last[signature];
                last[signature] = record + 1;
            }
        }
    }

    @Override
    public boolean isAtHand() {
        return true;
    }

    @Override
    public void store() throws SQLException {
        write(null, () -> {});
        new LateIndexes(connection).make();
        stored = true;
    }

    @Override
    public void find(Finding finding) throws SQLException {
        if (stored) {
            finding.run();
        } else {
            findBesideIndexes(finding);
        }
    }

    private void findBesideIndexes(Finding finding) throws SQLException {
        ForkJoinTask<Void> found = ForkJoinPool.commonPool().submit(() -> {
            finding.run();
            return null;
        });
        try {
            new LateIndexes(connection).makeOfRecords();
        } finally {
            found.quietlyJoin();
        }
        found.join();
    }

    @Override
    public SignatureIds ids() {
        return SignatureIds.upTo(signatures.size());
    }

    @Override
    public SharedValues shared() {
        return shared;
    }

    @Override
    public List<Signature> signatures(Collection<Long> ids) {
        List<Signature> found = new ArrayList<>(ids.size());
        for (long id : ids) {
            Facts who = facts.who(signatures.said((int) id - 1));
            found.add(new Signature(id, who.identifiers(), who.evidence(), who.said()));
        }
        return found;
    }

    @Override
    public void give(int[] profileOf, Meanwhile meanwhile) throws SQLException {
        if (stored) {
            StoredSayings.give(connection, ids(), profileOf, meanwhile);
        } else {
            write(profileOf, meanwhile);
        }
    }

    @Override
    public void complete() throws SQLException {
        if (!stored) {
            new LateIndexes(connection).make();
        }
    }

    /** Writes all signatures, nobody's so far, for others to find out who is who. */
    void leave() throws SQLException {
        store();
        if (signatures.size() > 0) {
            new Landed(connection).leave(1, signatures.size());
        }
    }

    private void write(int[] profileOf, Meanwhile meanwhile) throws SQLException {
        Names names = Names.of(connection, "identifier_name");
        ManyRows sayings = new ManyRows(
                connection,
                "INSERT INTO signature (id, hash, hash2, feed_id, first_name, last_name, birth_date, said, records,"
                        + " changed, run_id, profile_id, first_profile_id) VALUES ",
                "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                13);
        ManyRows values = new ManyRows(
                connection, "INSERT INTO signature_identifier (signature_id, name_id, value) VALUES ", "(?, ?, ?)", 3);
        for (int place = 0; place < signatures.size(); place++) {
            long id = place + 1L;
            Facts who = facts.who(signatures.said(place));
            Evidence evidence = who.evidence();
            Integer profile = profileOf == null ? null : (Integer) profileOf[place];
            sayings.add(
                    id,
                    signatures.hash(place),
                    signatures.hash2(place),
                    signatures.feed(place),
                    evidence.firstName(),
                    evidence.lastName(),
                    evidence.birthDate(),
                    SaidText.write(who.said()),
                    count(place),
                    saidAt(place),
                    signatures.run(place),
                    profile,
                    profile);
            for (Identifier identifier : who.identifiers()) {
                values.add(id, names.id(identifier.name()), identifier.value());
            }
            if (id % LOOK == 0) {
                meanwhile.look();
            }
        }
        sayings.flush();
        values.flush();
    }

    private int count(int signature) {
        int count = 0;
        for (int record = last[signature]; record > 0; record = before[record - 1]) {
            count++;
        }
        return count;
    }

    @Override
    public void prepare(FirstMembers members, int first, int last) {
        // Everything is at hand.
    }

    @Override
    public long feed(int node) {
        return signatures.feed(node);
    }

    @Override
    public long saidAt(int node) {
        return records.changed(last[node] - 1);
    }

    @Override
    public List<Identifier> identifiers(int node) {
        return facts.identifiers(signatures.said(node));
    }

    @Override
    public void eachRecord(int node, LongConsumer taker) {
        if (feeds.get(feed(node)).isOfPeople()) {
            for (int record = last[node]; record > 0; record = before[record - 1]) {
                taker.accept(record);
            }
        }
    }

    @Override
    public Facts facts(long record) {
        return facts.traits(records.said((int) record - 1));
    }

    @Override
    public long changed(long record) {
        return records.changed((int) record - 1);
    }
}
