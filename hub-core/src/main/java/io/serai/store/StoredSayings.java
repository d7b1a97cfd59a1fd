package io.serai.store;

import io.serai.identity.Identifier;
import io.serai.identity.Signature;
import io.serai.profile.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** What everybody says, as the store has it. */
final class StoredSayings implements FirstSayings {

    private final Connection connection;
    private final Derivation derivation;
    private final Names names;
    private final Map<Long, FeedTable.Feed> feeds;
    private final SignatureIds ids;
    private Map<Long, Node> nodes = Map.of();
    private Map<Long, Said> said = Map.of();
    private Map<Long, List<Identifier>> identifiers = Map.of();

    private record Node(FeedTable.Feed feed, long changed, List<Long> records) {}

    private record Said(Facts facts, long changed) {}

    StoredSayings(Connection connection, Derivation derivation) throws SQLException {
        this.connection = connection;
        this.derivation = derivation;
        names = Names.of(connection, "identifier_name");
        feeds = FeedTable.byId(connection);
        ids = SignatureIds.live(connection);
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
    public SignatureIds ids() {
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
    static void give(Connection connection, SignatureIds ids, int[] profileOf, Meanwhile meanwhile)
            throws SQLException {
        IndexLast.after(connection, "signature_profile", () -> {
            try (Batch give = new Batch(
                    connection, "UPDATE signature SET profile_id = ?1, first_profile_id = ?1 WHERE id = ?2")) {
                for (int node = 0; node < ids.size(); node++) {
                    give.add((long) profileOf[node], ids.id(node));
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
    public void prepare(FirstMembers members, int first, int last) throws SQLException {
        String some =
                Sql.json(members.of(first, last).mapToLong(ids::id).sorted().toArray());
        prepareNodes(some);
        prepareRecords();
        Map<Long, List<Identifier>> values = new HashMap<>();
        Sql.each(
                connection,
                row -> values.computeIfAbsent(row.getLong(1), id -> new ArrayList<>(3))
                        .add(new Identifier(names.name(row.getLong(2)), row.getString(3))),
                "SELECT i.signature_id, i.name_id, i.value FROM json_each(?) j"
                        + " CROSS JOIN signature_identifier i ON i.signature_id = j.value",
                some);
        identifiers = values;
    }

    private void prepareNodes(String some) throws SQLException {
        Map<Long, Node> found = new HashMap<>();
        Sql.each(
                connection,
                row -> found.put(
                        row.getLong(1), new Node(feeds.get(row.getLong(2)), row.getLong(3), new ArrayList<>(1))),
                "SELECT s.id, s.feed_id, s.changed FROM json_each(?) j CROSS JOIN signature s ON s.id = j.value",
                some);
        Sql.each(
                connection,
                row -> {
                    Node node = found.get(row.getLong(1));
                    if (node.feed().isOfPeople()) {
                        node.records().add(row.getLong(2));
                    }
                },
                "SELECT s.signature_id, s.record_id FROM json_each(?) j"
                        + " CROSS JOIN record_state s ON s.signature_id = j.value",
                some);
        nodes = found;
    }

    private void prepareRecords() throws SQLException {
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
                Sql.json(nodes.values().stream()
                        .flatMap(node -> node.records().stream())
                        .sorted()
                        .toList()));
        said = records;
    }

    private Node node(int node) {
        return nodes.get(ids.id(node));
    }

    @Override
    public long feed(int node) {
        return node(node).feed().id();
    }

    @Override
    public long saidAt(int node) {
        return node(node).changed();
    }

    @Override
    public List<Identifier> identifiers(int node) {
        return identifiers.getOrDefault(ids.id(node), List.of());
    }

    @Override
    public void eachRecord(int node, LongConsumer taker) {
        node(node).records().forEach(taker::accept);
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
