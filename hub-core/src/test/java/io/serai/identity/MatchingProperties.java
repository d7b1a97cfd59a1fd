package io.serai.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.identity.compare.Kind;
import io.serai.identity.match.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The incremental graph, compared with one that is worked out from nothing. */
class MatchingProperties {

    private static final IdentityRules RULES = new IdentityRules(
            List.of(
                    ResolverProperties.rule("shop_id", 1, false),
                    ResolverProperties.rule("email", 3, false),
                    ResolverProperties.rule("phone", Integer.MAX_VALUE, true)),
            Optional.of(new Matching(
                    List.of(
                            new Field("first_name", Kind.GIVEN_NAME),
                            new Field("last_name", Kind.FAMILY_NAME),
                            new Field("birth_date", Kind.BIRTH_DATE),
                            new Field("email", Kind.EMAIL)),
                    .99,
                    .8)),
            1);

    private static final List<String> FIRST = List.of("ann", "anne", "bob", "zoe");
    private static final List<String> LAST = List.of("smith", "smyth", "kaya");
    private static final List<String> BIRTH = List.of("1980-01-02", "1980-02-01", "1999-12-31");

    /** Few names, so that keys are crowded, and components and families large. */
    private static final Comparator<List<Long>> PAIRS =
            Comparator.<List<Long>>comparingLong(pair -> pair.get(0)).thenComparingLong(pair -> pair.get(1));

    private static MemoryStore.Saying saying(Random random, int size) {
        Set<Identifier> identifiers = new TreeSet<>();
        if (random.nextDouble() < .3) {
            identifiers.add(new Identifier("shop_id", "s" + random.nextInt(size)));
        }
        if (random.nextDouble() < .3) {
            identifiers.add(new Identifier("phone", "p" + random.nextInt(Math.max(1, size / 3))));
        }
        String email = random.nextDouble() < .5 ? "e" + random.nextInt(Math.max(1, size / 2)) : null;
        if (email != null) {
            identifiers.add(new Identifier("email", email));
        }
        String first = one(random, .7, FIRST);
        String last = one(random, .7, LAST);
        String birth = one(random, .6, BIRTH);
        boolean person = random.nextDouble() < .85;
        List<String> said = person ? Arrays.asList(first, last, birth, email) : List.of();
        return new MemoryStore.Saying(
                List.copyOf(identifiers),
                person ? new Evidence(first, last, birth) : Evidence.NONE,
                said.stream().allMatch(value -> value == null) ? List.of() : said);
    }

    private static String one(Random random, double chance, List<String> of) {
        return random.nextDouble() < chance ? of.get(random.nextInt(of.size())) : null;
    }

    private static MemoryStore lived(long seed, Likeness likeness, Consumer<MemoryStore> afterPage) {
        Random random = new Random(seed);
        MemoryStore store = new MemoryStore(RULES, likeness);
        int records = 8 + random.nextInt(50);
        int size = 3 + random.nextInt(30);
        for (int page = 0; page < 20; page++) {
            Map<Long, MemoryStore.Saying> changed = new LinkedHashMap<>();
            for (int i = random.nextInt(8); i >= 0; i--) {
                changed.put((long) random.nextInt(records), random.nextDouble() < .3 ? null : saying(random, size));
            }
            store.page(changed);
            if (random.nextDouble() < .3) {
                long left = random.nextInt(records);
                long right = random.nextInt(records);
                Decision.Kind[] kinds = {Decision.Kind.JOIN, Decision.Kind.SPLIT, null};
                store.decide(Math.min(left, right), Math.max(left, right), kinds[random.nextInt(3)]);
            }
            afterPage.accept(store);
        }
        return store;
    }

    private static MemoryStore again(MemoryStore store, Random random, int most) {
        MemoryStore again = new MemoryStore(RULES, store.likeness);
        again.decided.putAll(store.decided);
        List<Long> records = new ArrayList<>(store.signatureOf.keySet());
        Collections.shuffle(records, random);
        for (int from = 0; from < records.size(); ) {
            int to = Math.min(records.size(), from + 1 + random.nextInt(most));
            Map<Long, MemoryStore.Saying> page = new LinkedHashMap<>();
            for (long record : records.subList(from, to)) {
                page.put(record, new MemoryStore.Saying(store.signatures.get(store.signatureOf.get(record))));
            }
            again.page(page);
            from = to;
        }
        return again;
    }

    /** Works everything out from nothing, and compares what the store knows of it. */
    private static Set<Set<Long>> full(MemoryStore store) {
        List<Signature> everybody =
                store.live().stream().map(store.signatures::get).toList();
        Set<Identifier> overloaded = Overload.of(RULES, everybody);
        assertThat(store.overloaded).as("values on too many people").isEqualTo(overloaded);
        Set<MatchEdge> edges = edges(store, everybody, overloaded);
        assertThat(store.edges).as("edges").isEqualTo(edges);
        List<Decision> decisions = store.decisions(store.live());
        Map<Long, Integer> levels = levels(store.likeness, everybody, overloaded, decisions, edges);
        assertThat(store.levels).as("levels").isEqualTo(levels);
        Set<MatchEdge> counting = new HashSet<>(edges);
        counting.removeIf(
                edge -> edge.weight() < Levels.floor(levels.getOrDefault(edge.left(), 0), store.likeness.floor()));
        Masks masks = new Masks(RULES);
        Bonds bonds =
                new Bonds(overloaded, decisions, counting, store.likeness, said -> masked(masks, said, overloaded));
        Set<Set<Long>> partition = new HashSet<>();
        for (List<Signature> cluster :
                Clustering.of(RULES, everybody, bonds, false).clusters()) {
            Set<Long> records = new HashSet<>();
            cluster.forEach(signature -> records.addAll(store.recordsOf.get(signature.id())));
            partition.add(records);
        }
        return partition;
    }

    private static List<String> masked(Masks masks, List<String> said, Set<Identifier> overloaded) {
        if (said.isEmpty() || said.get(3) == null || !overloaded.contains(new Identifier("email", said.get(3)))) {
            return said;
        }
        return Arrays.asList(said.get(0), said.get(1), said.get(2), null);
    }

    private static Set<MatchEdge> edges(MemoryStore store, List<Signature> everybody, Set<Identifier> overloaded) {
        Likeness likeness = store.likeness;
        Map<Long, List<Signature>> blocks = new HashMap<>();
        for (Signature signature : everybody) {
            Arrays.stream(likeness.keys(signature.said())).distinct().forEach(key -> blocks.computeIfAbsent(
                            key, one -> new ArrayList<>())
                    .add(signature));
        }
        Set<MatchEdge> edges = new HashSet<>();
        Set<Long> crowded = new HashSet<>();
        blocks.forEach((key, block) -> {
            if (block.size() > likeness.blockLimit()) {
                crowded.add(key);
                return;
            }
            for (Signature left : block) {
                for (Signature right : block) {
                    int weight = likeness.weight(
                            masked(null, left.said(), overloaded), masked(null, right.said(), overloaded));
                    if (left.id() < right.id() && weight >= likeness.floor()) {
                        edges.add(new MatchEdge(left.id(), right.id(), weight));
                    }
                }
            }
        });
        assertThat(store.crowded).as("crowded keys").isEqualTo(crowded);
        return edges;
    }

    private static Map<Long, Integer> levels(
            Likeness likeness,
            List<Signature> everybody,
            Set<Identifier> overloaded,
            List<Decision> decisions,
            Set<MatchEdge> edges) {
        Map<Long, Integer> numbers = new HashMap<>();
        everybody.forEach(signature -> numbers.put(signature.id(), numbers.size()));
        WholeLevels whole = new WholeLevels(everybody.size());
        Map<Identifier, Integer> first = new HashMap<>();
        for (Signature signature : everybody) {
            int number = numbers.get(signature.id());
            for (Identifier value : signature.identifiers()) {
                Integer other = overloaded.contains(value) ? null : first.putIfAbsent(value, number);
                if (other != null) {
                    whole.link(other, number);
                }
            }
        }
        decisions.stream()
                .filter(decision -> decision.kind() == Decision.Kind.JOIN)
                .forEach(decision -> whole.link(numbers.get(decision.left()), numbers.get(decision.right())));
        edges.forEach(edge -> whole.edge(numbers.get(edge.left()), numbers.get(edge.right()), edge.weight()));
        int[] levels = whole.levels(likeness);
        return everybody.stream()
                .filter(signature -> levels[numbers.get(signature.id())] > 0)
                .collect(Collectors.toMap(Signature::id, signature -> levels[numbers.get(signature.id())]));
    }

    private static void sameAsFull(long seed, Likeness likeness) {
        MemoryStore store =
                lived(seed, likeness, each -> assertThat(each.partition()).isEqualTo(full(each)));
        Set<Set<Long>> full = full(store);
        MemoryStore shuffled = again(store, new Random(seed + 1), 5);
        assertThat(shuffled.partition()).as("shuffled").isEqualTo(full);
        full(shuffled);
        MemoryStore atOnce = again(store, new Random(seed + 2), 1000);
        assertThat(atOnce.partition()).as("at once").isEqualTo(full);
        full(atOnce);
    }

    @Property(tries = 60)
    void any_order_in_any_batches_gives_what_one_full_run_gives(@ForAll long seed) {
        sameAsFull(seed, new PlainLikeness(8, 1000));
    }

    @Property(tries = 60)
    void a_key_that_gets_crowded_or_is_no_longer_counts_the_same_in_any_order(@ForAll long seed) {
        sameAsFull(seed, new PlainLikeness(2, 1000));
    }

    @Property(tries = 80)
    void a_component_that_gets_too_large_or_is_no_longer_comes_apart_the_same_in_any_order(@ForAll long seed) {
        sameAsFull(seed, new PlainLikeness(9, 5));
    }

    @Property(tries = 40)
    void resolving_everything_again_changes_nothing(@ForAll long seed) {
        MemoryStore store = lived(seed, new PlainLikeness(4, 6), each -> {});
        Resolution resolution = store.full();
        assertThat(resolution.profiles()).isEmpty();
        assertThat(resolution.opened()).isEmpty();
        assertThat(resolution.merges()).isEmpty();
        assertThat(resolution.touched()).isEmpty();
        full(store);
    }

    @Property(tries = 60)
    void a_join_adds_and_drives_nobody_out_and_is_undone_without_a_trace(@ForAll long seed) {
        MemoryStore store = lived(seed, new PlainLikeness(8, 1000), each -> {});
        store.decided.keySet().stream()
                .sorted(PAIRS)
                .toList()
                .forEach(pair -> store.decide(pair.get(0), pair.get(1), null));
        List<Long> records = List.copyOf(store.signatureOf.keySet());
        Random random = new Random(seed + 3);
        for (int i = 0; i < 6 && records.size() > 1; i++) {
            Set<Set<Long>> before = store.partition();
            long left = speaker(store, records.get(random.nextInt(records.size())));
            long right = speaker(store, records.get(random.nextInt(records.size())));
            if (store.decided.containsKey(List.of(Math.min(left, right), Math.max(left, right)))) {
                continue; // undoing it would undo the join of before
            }
            store.decide(Math.min(left, right), Math.max(left, right), Decision.Kind.JOIN);
            Set<Set<Long>> after = store.partition();
            assertThat(before).allMatch(alone -> after.stream().anyMatch(cluster -> cluster.containsAll(alone)));
            assertThat(after).isEqualTo(full(store));
            store.decide(Math.min(left, right), Math.max(left, right), null);
            assertThat(store.partition()).isEqualTo(before);
            if (i % 2 == 0) {
                store.decide(Math.min(left, right), Math.max(left, right), Decision.Kind.JOIN);
            }
        }
    }

    /** Of the records of a profile one that says who it is, if any does: an order with a shared phone alone may be anybody's. */
    private static long speaker(MemoryStore store, long record) {
        return store.signatureOf.keySet().stream()
                .filter(each -> store.profileOfRecord(each) == store.profileOfRecord(record))
                .filter(each -> {
                    Evidence said =
                            store.signatures.get(store.signatureOf.get(each)).evidence();
                    return said.firstName() != null || said.birthDate() != null;
                })
                .findFirst()
                .orElse(record);
    }
}
