package io.serai.store;

import io.serai.identity.Doubt;
import io.serai.identity.Findings;
import io.serai.identity.Identifier;
import io.serai.identity.IdentifierRule;
import io.serai.identity.IdentityRules;
import io.serai.identity.Likeness;
import io.serai.identity.MatchEdge;
import io.serai.identity.NewPeople;
import io.serai.identity.Signature;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Gives everybody of a store that has no profile yet their profiles: who is linked to nobody is one alone, and whole components of
 * the others are clustered as a page would. Profiles are numbered in the order in which people were first heard of.
 */
final class FirstPeople {

    /** Signatures that are clustered by one thread at a time. */
    private static final int PART = 2000;

    /** Parts that are read together. */
    private static final int PARTS = 8;

    private static final int CHUNK = 256;

    private final Connection connection;
    private final FirstSayings sayings;
    private final IdentityRules rules;
    private final ModelTable models;
    private final Likeness likeness;
    private final long now;
    private final Names names;
    private final NewPeople people;
    private final List<Doubt> doubts = new ArrayList<>();
    private final List<Part> waiting = new ArrayList<>();

    /** Whole components, and what likeness links in them. */
    private record Part(List<Signature> signatures, List<MatchEdge> edges) {}

    private final SignatureIds ids;
    /** By node the lowest node of its cluster, and once all are numbered its profile, 1 to profiles. */
    private int[] clusterOf = {};

    /** By the lowest node of a cluster, where it is not 1. */
    private final Map<Integer, Double> certainty = new TreeMap<>();

    private int profiles;

    FirstPeople(Connection connection, FirstSayings sayings, IdentityRules rules, ModelTable models, long now)
            throws SQLException {
        this.sayings = sayings;
        ids = sayings.ids();
        this.connection = connection;
        this.rules = rules;
        this.models = models;
        this.now = now;
        likeness = models.likeness(connection);
        names = Names.of(connection, "identifier_name");
        people = new NewPeople(rules, likeness);
    }

    /** Whether there is nothing that would have to be heeded: profiles, or decisions of people. */
    static boolean possible(Connection connection) throws SQLException {
        return Sql.number(
                        connection, "SELECT EXISTS (SELECT 1 FROM profile) OR EXISTS (SELECT 1 FROM identity_decision)")
                == 0;
    }

    /** Finds out who is who; answers who is in which profile: they are numbered from 1. */
    FirstMembers find() throws SQLException {
        WholeGraph graph = graph();
        sayings.find(() -> cluster(graph));
        number();
        return new FirstMembers(clusterOf, profiles);
    }

    private WholeGraph graph() throws SQLException {
        try (SharedValues shared = sayings.shared()) {
            Set<Long> overloaded = overloaded(shared);
            if (likeness != null) {
                sayings.store();
                new MatchTables(connection).rebuild(rules, likeness);
            }
            return WholeGraph.of(connection, ids, shared, overloaded, likeness);
        }
    }

    private Set<Long> overloaded(SharedValues shared) throws SQLException {
        Set<Long> hashes = new HashSet<>();
        shared.eachOnMany((hash, rule, nodes) -> {
            Identifier value = value(rule, hash, nodes[0]);
            if (people.isOnTooMany(value, () -> bearers(nodes))) {
                hashes.add(hash);
            }
        });
        try (Batch put = new Batch(connection, "INSERT INTO overloaded_value (name_id, value) VALUES (?, ?)")) {
            for (Identifier value : people.overloaded()) {
                put.add(names.id(value.name()), value.value());
            }
            put.flush();
        }
        return hashes;
    }

    private Identifier value(IdentifierRule rule, long hash, int node) throws SQLException {
        return sayings.signatures(List.of(ids.id(node))).get(0).identifiers().stream()
                .filter(each -> each.name().equals(rule.name()) && SharedValues.hash(each.name(), each.value()) == hash)
                .findFirst()
                .orElseThrow();
    }

    /** Some at a time: most often a few say enough. */
    private Iterator<Signature> bearers(int[] nodes) {
        return IntStream.iterate(0, from -> from < nodes.length, from -> from + CHUNK)
                .mapToObj(from -> Arrays.stream(nodes, from, Math.min(nodes.length, from + CHUNK))
                        .mapToObj(ids::id)
                        .toList())
                .flatMap(some -> inStore(some).stream())
                .iterator();
    }

    private List<Signature> inStore(List<Long> some) {
        try {
            return sayings.signatures(some);
        } catch (SQLException e) {
            throw StoreException.of("read the identity graph", e);
        }
    }

    private void cluster(WholeGraph graph) throws SQLException {
        int[] components = graph.settle();
        long[] linked = Components.inOrder(components, Components.inCompany(components)::get);
        clusterOf = IntStream.range(0, ids.size()).toArray();
        for (int from = 0; from < linked.length; ) {
            int to = from;
            while (to < linked.length && (to - from < PART || linked[to] >>> 32 == linked[to - 1] >>> 32)) {
                to++;
            }
            waiting.add(part(graph, linked, from, to));
            if (waiting.size() == PARTS) {
                cluster();
            }
            from = to;
        }
        cluster();
    }

    private Part part(WholeGraph graph, long[] linked, int from, int to) throws SQLException {
        List<Long> part = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            part.add(ids.id((int) linked[i]));
        }
        return new Part(sayings.signatures(part), graph.edges(part));
    }

    private void cluster() {
        waiting.parallelStream()
                .map(part -> people.among(part.signatures(), part.edges()))
                .toList()
                .forEach(this::take);
        waiting.clear();
    }

    private void take(NewPeople.Found found) {
        for (int person = 0; person < found.signatures().size(); person++) {
            long[] signatures = found.signatures().get(person);
            int lowest = node(signatures[0]);
            if (found.certainty()[person] < 1) {
                certainty.put(lowest, found.certainty()[person]);
            }
            for (long signature : signatures) {
                clusterOf[node(signature)] = lowest;
            }
        }
        doubts.addAll(found.doubts());
    }

    private int node(long id) {
        return ids.place(id);
    }

    private void number() {
        for (int node = 0; node < clusterOf.length; node++) {
            // who is lower has a number already
            clusterOf[node] = clusterOf[node] == node ? ++profiles : clusterOf[clusterOf[node]];
        }
    }

    /** Writes profiles, which have no traits yet, and whose each signature is. */
    void save(FirstSayings.Meanwhile meanwhile) throws SQLException {
        saveProfiles();
        sayings.give(clusterOf, meanwhile);
        if (likeness != null) {
            new FindingsWriter(connection, now)
                    .reviews(new Findings(Map.of(), Set.of(), doubts, List.of(), Map.of()), likeness::probability);
        }
    }

    private void saveProfiles() throws SQLException {
        long version = StoreVersion.next(connection);
        WideInsert rows = new WideInsert(connection, "profile (id, created, version, live)", 4);
        for (int profile = 1; profile <= profiles; profile++) {
            rows.add(profile, now, version, 1);
        }
        rows.flush();
        try (Batch doubtful = new Batch(connection, "UPDATE profile SET certainty = ? WHERE id = ?")) {
            for (var each : certainty.entrySet()) {
                doubtful.add(each.getValue(), clusterOf[each.getKey()]);
            }
            doubtful.flush();
        }
    }
}
