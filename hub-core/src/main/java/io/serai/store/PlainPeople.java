package io.serai.store;

import io.serai.identity.Identifier;
import io.serai.identity.IdentityRules;
import io.serai.identity.Likeness;
import io.serai.identity.MatchEdge;
import io.serai.identity.NewPeople;
import io.serai.identity.Signature;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds out in memory who is who where it is plain: in whole components about which nothing is open and nobody has decided, and in which
 * every cluster has one profile of before, and all of it, or none. Who is new there joins or gets a profile; no profile becomes another's
 * or comes apart. All others are left to be looked at one by one.
 */
final class PlainPeople {

    /** Signatures that are clustered at a time. */
    private static final int PART = 10_000;

    private final Connection connection;
    private final Everybody everybody;
    private final WholeGraph graph;
    private final StoredClaims claims;
    private final long now;
    private final Names names;
    private final NewPeople people;
    /** Identifiers by which people are reached. */
    private final Set<String> contacts;

    /** Components that are left. */
    private final BitSet left = new BitSet();
    /** By signature its profile of now, or below 0 that it has the new one of the signature at -1 - this; 0 where nothing changes. */
    private final int[] given;

    private final Map<Integer, Double> certainty = new TreeMap<>();
    private final Touched touched = new Touched();

    /** @param likeness null when nothing is matched */
    PlainPeople(Connection connection, IdentityRules rules, Likeness likeness, Everybody everybody, long now)
            throws SQLException {
        this.connection = connection;
        this.everybody = everybody;
        this.now = now;
        graph = everybody.graph();
        claims = everybody.claims();
        names = Names.of(connection, "identifier_name");
        people = new NewPeople(rules, likeness, new StoredLinks(connection, rules).overloaded());
        given = new int[graph.ids().size()];
        contacts = Residents.contacts(rules);
    }

    /**
     * Finds out who is who, and takes those away that are done.
     *
     * @param doubtful signatures that are not plain
     */
    PlainPeople run(BitSet doubtful) throws SQLException {
        leave(doubtful);
        leave(claims.decided());
        leave(claims.left());
        leave(graph.onMany());
        leaveScattered();
        for (int[] part = everybody.nodes(PART); part.length > 0; part = everybody.nodes(PART)) {
            part(Arrays.stream(part)
                    .filter(node -> !left.get(everybody.component(node)))
                    .toArray());
        }
        save();
        everybody.take(left);
        return this;
    }

    private void leave(BitSet nodes) {
        nodes.stream().forEach(node -> left.set(everybody.component(node)));
    }

    /** Profiles that are in several components. */
    private void leaveScattered() {
        int[] componentOf = new int[claims.profiles() + 1];
        for (int node = 0; node < given.length; node++) {
            int profile = claims.profile(node);
            int component = everybody.component(node);
            if (profile > 0 && componentOf[profile] > 0 && componentOf[profile] - 1 != component) {
                left.set(component);
                left.set(componentOf[profile] - 1);
            }
            componentOf[profile] = component + 1;
        }
    }

    private void part(int[] nodes) throws SQLException {
        List<Long> some = new ArrayList<>(nodes.length);
        for (int node : nodes) {
            some.add(graph.ids().id(node));
        }
        List<MatchEdge> edges = graph.edges(some);
        Map<Integer, Signature> signatures = new HashMap<>(some.size() * 2);
        SignatureTable.load(connection, names, some)
                .forEach(signature -> signatures.put(graph.node(signature.id()), signature));
        NewPeople.Found found = people.among(signatures.values(), edges);
        found.doubts().forEach(doubt -> left.set(everybody.component(graph.node(doubt.left()))));
        List<int[]> clusters = new ArrayList<>();
        for (int i = 0; i < found.signatures().size(); i++) {
            int[] cluster = Arrays.stream(found.signatures().get(i))
                    .mapToInt(graph::node)
                    .toArray();
            if (!isPlain(cluster, found.certainty()[i])) {
                left.set(everybody.component(cluster[0]));
            }
            clusters.add(cluster);
        }
        for (int i = 0; i < clusters.size(); i++) {
            if (!left.get(everybody.component(clusters.get(i)[0]))) {
                give(clusters.get(i), found.certainty()[i], signatures);
            }
        }
    }

    /** Whether one profile of before, all of it, or none is in a cluster. */
    private boolean isPlain(int[] cluster, double certain) {
        int profile = 0;
        int members = 0;
        for (int node : cluster) {
            if (claims.profile(node) > 0) {
                if (profile > 0 && claims.profile(node) != profile) {
                    return false;
                }
                profile = claims.profile(node);
                members++;
            }
        }
        return profile == 0 || certain == 1 && members == claims.size(profile);
    }

    private void give(int[] cluster, double certain, Map<Integer, Signature> signatures) {
        int profile = 0;
        for (int node : cluster) {
            profile = Math.max(profile, claims.profile(node));
        }
        int[] joining =
                Arrays.stream(cluster).filter(node -> claims.profile(node) == 0).toArray();
        boolean person = false;
        for (int node : joining) {
            given[node] = profile > 0 ? profile : -1 - cluster[0];
            person |= claims.isOfPeople(node);
        }
        if (profile == 0 && certain < 1) {
            certainty.put(cluster[0], certain);
        }
        if (profile > 0 && joining.length > 0 && !person) {
            boolean reachedAsBefore =
                    contacts(cluster, true, signatures).containsAll(contacts(joining, false, signatures));
            (reachedAsBefore ? touched.timeline() : touched.known()).set(profile);
        }
    }

    /** By what signatures are reached: those that have a profile, or those that have none. */
    private Set<Identifier> contacts(int[] nodes, boolean settled, Map<Integer, Signature> signatures) {
        Set<Identifier> values = new HashSet<>();
        for (int node : nodes) {
            if (claims.profile(node) > 0 == settled) {
                signatures.get(node).identifiers().stream()
                        .filter(value -> contacts.contains(value.name()))
                        .forEach(values::add);
            }
        }
        return values;
    }

    private void save() throws SQLException {
        openProfiles();
        try (Batch give =
                new Batch(connection, "UPDATE signature SET profile_id = ?1, first_profile_id = ?1 WHERE id = ?2")) {
            for (int node = 0; node < given.length; node++) {
                if (given[node] > 0) {
                    give.add((long) given[node], graph.ids().id(node));
                    if (claims.isOfPeople(node)) {
                        touched.whole().set(given[node]);
                    }
                }
            }
            give.flush();
        }
    }

    /** In the order in which people were first heard of. */
    private void openProfiles() throws SQLException {
        int last = Math.toIntExact(Sql.number(connection, "SELECT coalesce(max(id), 0) FROM profile"));
        WideInsert profiles = new WideInsert(connection, "profile (id, created, version, live)", 4);
        for (int node = 0; node < given.length; node++) {
            if (given[node] == -1 - node) {
                given[node] = ++last;
                touched.known().set(last);
                profiles.add(last, now, 0, 1);
            } else if (given[node] < 0) {
                given[node] = given[-1 - given[node]];
            }
        }
        profiles.flush();
        try (Batch doubtful = new Batch(connection, "UPDATE profile SET certainty = ? WHERE id = ?")) {
            for (var each : certainty.entrySet()) {
                doubtful.add(each.getValue(), given[each.getKey()]);
            }
            doubtful.flush();
        }
    }

    /** Profiles to which something came. */
    Touched touched() {
        return touched;
    }
}
