package io.serai.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Whose every live signature is, and about whom anything is open. Signatures by their places in a graph. */
final class StoredClaims {

    private final Connection connection;
    private final WholeGraph graph;
    /** By signature; 0 for none. */
    private final int[] profiles;

    /** By profile, how many live signatures it has. */
    private int[] sizes = new int[1024];

    private final BitSet ofPeople = new BitSet();
    /** Signatures that were in a profile once and are in none. */
    private final BitSet left = new BitSet();

    private StoredClaims(Connection connection, WholeGraph graph) {
        this.connection = connection;
        this.graph = graph;
        profiles = new int[graph.ids().size()];
    }

    static StoredClaims load(Connection connection, WholeGraph graph) throws SQLException {
        StoredClaims claims = new StoredClaims(connection, graph);
        int[] node = {0};
        Sql.each(
                connection,
                row -> claims.add(node[0]++, row.getInt(1), row.getInt(2), row.getInt(3) == 1),
                "SELECT coalesce(s.profile_id, 0), coalesce(s.first_profile_id, 0), f.target = 'PROFILE'"
                        + " FROM signature s CROSS JOIN feed f ON f.id = s.feed_id WHERE s.records > 0 ORDER BY s.id");
        return claims;
    }

    private void add(int node, int profile, int first, boolean person) {
        profiles[node] = profile;
        if (profile >= sizes.length) {
            sizes = Arrays.copyOf(sizes, Math.max(profile + 1, sizes.length * 2));
        }
        sizes[profile]++;
        ofPeople.set(node, person);
        left.set(node, profile == 0 && first > 0);
    }

    /** The profile of a signature; 0 for none. */
    int profile(int node) {
        return profiles[node];
    }

    /** The highest number of a profile that there may be. */
    int profiles() {
        return sizes.length - 1;
    }

    /** How many live signatures a profile has. */
    int size(int profile) {
        return sizes[profile];
    }

    boolean isAlone(int node) {
        return profiles[node] != 0 && sizes[profiles[node]] == 1;
    }

    /** Whether records of people say it, not orders or events. */
    boolean isOfPeople(int node) {
        return ofPeople.get(node);
    }

    /** Signatures that were in a profile once and are in none. */
    BitSet left() {
        return left;
    }

    /** Signatures of whom something is open: how certain they are, whether they are another's, or a value that links nobody. */
    BitSet open() throws SQLException {
        BitSet open = uncertain();
        add(open, """
                SELECT i.signature_id FROM overloaded_value o
                JOIN signature_identifier i ON i.name_id = o.name_id AND i.value = o.value""");
        return open;
    }

    /** Signatures that likeness holds together, or that may be another's. */
    BitSet uncertain() throws SQLException {
        BitSet open = new BitSet();
        for (String sql : List.of(
                "SELECT s.id FROM profile p JOIN signature s ON s.profile_id = p.id WHERE p.certainty < 1",
                "SELECT left_signature FROM review WHERE status = 'open'",
                "SELECT right_signature FROM review WHERE status = 'open'")) {
            add(open, sql);
        }
        return open;
    }

    /** Signatures about which people decided. */
    BitSet decided() throws SQLException {
        BitSet decided = new BitSet();
        for (String side : List.of("left_record", "right_record")) {
            add(
                    decided,
                    "SELECT s.signature_id FROM identity_decision d JOIN record_state s ON s.record_id = d." + side
                            + " WHERE s.signature_id IS NOT NULL");
        }
        return decided;
    }

    private void add(BitSet nodes, String sql) throws SQLException {
        Sql.each(
                connection,
                row -> {
                    int node = graph.node(row.getLong(1));
                    if (node >= 0) {
                        nodes.set(node);
                    }
                },
                sql);
    }
}
