package io.serai.store;

import io.serai.identity.Identifier;
import io.serai.identity.Signature;
import io.serai.profile.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What everybody says, as the store has it. */
final class StoredSayings implements FirstSayings {

    private final Connection connection;
    private final Derivation derivation;
    private final Names names;
    private final Map<Long, FeedTable.Feed> feeds;
    private final long[] ids;
    private Map<Long, Said> said = Map.of();
    private Map<Long, List<Identifier>> identifiers = Map.of();

    private record Said(Facts facts, long changed) {}

    StoredSayings(Connection connection, Derivation derivation) throws SQLException {
        this.connection = connection;
        this.derivation = derivation;
        names = Names.of(connection, "identifier_name");
        feeds = FeedTable.byId(connection);
        ids = WholeGraph.live(connection);
    }

    @Override
    public boolean isAtHand() {
        return false;
    }

    @Override
    public void store() {
        // There it is.
    }

    @Override
    public void find(Finding finding) throws SQLException {
        finding.run();
    }

    @Override
    public long[] ids() {
        return ids;
    }

    @Override
    public SharedValues shared() throws SQLException {
        return SharedValues.load(connection, derivation.identity(), ids);
    }

    @Override
    public List<Signature> signatures(Collection<Long> some) throws SQLException {
        return SignatureTable.load(connection, names, some);
    }

    @Override
    public void give(int[] profileOf, Meanwhile meanwhile) throws SQLException {
        give(connection, ids, profileOf, meanwhile);
    }

    /** Says whose each of the signatures in the store is. */
    static void give(Connection connection, long[] ids, int[] profileOf, Meanwhile meanwhile) throws SQLException {
        IndexLast.after(connection, "signature_profile", () -> {
            try (Batch give = new Batch(
                    connection, "UPDATE signature SET profile_id = ?1, first_profile_id = ?1 WHERE id = ?2")) {
                for (int node = 0; node < ids.length; node++) {
                    give.add((long) profileOf[node], ids[node]);
                    if (node % LOOK == 0) {
                        meanwhile.look();
                    }
                }
                give.flush();
            }
        });
    }

    @Override
    public void complete() {
        // There was nothing to write.
    }

    @Override
    public FirstMembers members(int[] profileOf, int profiles) throws SQLException {
        FirstMembers members = new FirstMembers(ids, profileOf, profiles);
        boolean[] people = new boolean[ids.length];
        int[] at = {0};
        Sql.each(
                connection,
                row -> {
                    people[at[0]] = isOfPeople(row.getLong(1));
                    members.says(at[0]++, Math.toIntExact(row.getLong(1)), row.getLong(2));
                },
                "SELECT feed_id, changed FROM signature WHERE records > 0 ORDER BY id");
        Sql.each(
                connection,
                row -> {
                    int node = Arrays.binarySearch(ids, row.getLong(2));
                    if (people[node]) {
                        members.describes(row.getLong(1), node);
                    }
                },
                "SELECT record_id, signature_id FROM record_state WHERE signature_id IS NOT NULL ORDER BY record_id");
        return members.complete();
    }

    private boolean isOfPeople(long feed) {
        return feeds.get(feed).isOfPeople();
    }

    @Override
    public void prepare(FirstMembers members, int first, int last) throws SQLException {
        Map<Long, Said> records = new HashMap<>();
        Sql.each(
                connection,
                row -> {
                    Facts facts = derivation.readKept(feeds.get(row.getLong(2)).mapping(), row.getString(3));
                    if (facts != null) {
                        records.put(row.getLong(1), new Said(facts, row.getLong(4)));
                    }
                },
                "SELECT r.id, r.feed_id, r.payload, r.changed FROM json_each(?) j"
                        + " CROSS JOIN record r ON r.id = j.value AND r.deleted = 0",
                Sql.json(members.records(first, last)));
        said = records;
        Map<Long, List<Identifier>> values = new HashMap<>();
        Sql.each(
                connection,
                row -> values.computeIfAbsent(row.getLong(1), id -> new ArrayList<>(3))
                        .add(new Identifier(names.name(row.getLong(2)), row.getString(3))),
                "SELECT i.signature_id, i.name_id, i.value FROM json_each(?) j"
                        + " CROSS JOIN signature_identifier i ON i.signature_id = j.value",
                Sql.json(members.signatures(first, last)));
        identifiers = values;
    }

    @Override
    public List<Identifier> identifiers(long signature) {
        return identifiers.getOrDefault(signature, List.of());
    }

    @Override
    public Facts facts(long record) {
        Said known = said.get(record);
        return known == null ? null : known.facts();
    }

    @Override
    public long changed(long record) {
        return said.get(record).changed();
    }
}
