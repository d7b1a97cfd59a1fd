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
import java.util.stream.LongStream;

/** What everybody says whom a first load has brought: out of its memory, not yet in the store. */
final class LoadedSayings implements FirstSayings {

    private final Connection connection;
    private final LoadedRecords records;
    private final LoadedSignatures signatures;
    private final SpilledFacts facts;
    private final SharedValues shared;
    private final Map<Long, FeedTable.Feed> feeds;
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
    public long[] ids() {
        return LongStream.rangeClosed(1, signatures.size()).toArray();
    }

    @Override
    public SharedValues shared() {
        return shared;
    }

    private long said(long signature) {
        return records.said(signatures.first((int) signature - 1));
    }

    @Override
    public List<Signature> signatures(Collection<Long> ids) {
        List<Signature> found = new ArrayList<>(ids.size());
        for (long id : ids) {
            Facts who = facts.who(said(id));
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
            Facts who = facts.who(said(id));
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
                    signatures.records(place),
                    signatures.changed(place),
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

    @Override
    public FirstMembers members(int[] profileOf, int profiles) {
        FirstMembers members = new FirstMembers(ids(), profileOf, profiles);
        for (int place = 0; place < signatures.size(); place++) {
            members.says(place, signatures.feed(place), signatures.changed(place));
        }
        for (int record = 0; record < records.size(); record++) {
            int signature = records.signature(record);
            if (signature >= 0 && feeds.get((long) signatures.feed(signature)).isOfPeople()) {
                members.describes(record + 1L, signature);
            }
        }
        return members.complete();
    }

    @Override
    public void prepare(FirstMembers members, int first, int last) {
        // Everything is at hand.
    }

    @Override
    public List<Identifier> identifiers(long signature) {
        return facts.identifiers(said(signature));
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
