package io.serai.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ResolverProperties {

    static final IdentityRules RULES = new IdentityRules(
            List.of(
                    rule("shop_id", 1, false),
                    rule("card", 2, false),
                    rule("email", 3, false),
                    rule("phone", Integer.MAX_VALUE, true)),
            1);

    static IdentifierRule rule(String name, int perProfile, boolean shared) {
        return new IdentifierRule(name, perProfile, IdentifierRule.Kind.ID, "", List.of(), shared, 3);
    }

    private static final List<String> FIRST = List.of("ann", "anne", "bob", "robert", "a", "zoe");
    private static final List<String> LAST = List.of("smith", "smyth", "kaya");
    private static final List<String> BIRTH = List.of("1980-01-02", "1980-02-01", "1999-12-31");

    private static MemoryStore.Saying saying(Random random, int size) {
        Set<Identifier> identifiers = new TreeSet<>();
        maybe(random, .4, identifiers, "shop_id", size);
        maybe(random, .4, identifiers, "card", size);
        maybe(random, .6, identifiers, "email", size / 2);
        maybe(random, .5, identifiers, "phone", size / 3);
        return new MemoryStore.Saying(
                List.copyOf(identifiers),
                new Evidence(one(random, .6, FIRST), one(random, .6, LAST), one(random, .3, BIRTH)));
    }

    private static void maybe(Random random, double chance, Set<Identifier> into, String name, int of) {
        if (random.nextDouble() < chance) {
            into.add(new Identifier(name, name.charAt(0) + "" + random.nextInt(Math.max(1, of))));
        }
    }

    private static String one(Random random, double chance, List<String> of) {
        return random.nextDouble() < chance ? of.get(random.nextInt(of.size())) : null;
    }

    private static Map<Long, MemoryStore.Saying> change(Random random, MemoryStore store, int records, int size) {
        Map<Long, MemoryStore.Saying> page = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            long record = random.nextInt(records);
            page.put(record, random.nextDouble() < .25 ? null : saying(random, size));
        }
        return page;
    }

    private static MemoryStore again(MemoryStore store, Random random, int most) {
        MemoryStore again = new MemoryStore(RULES);
        again.decided.putAll(store.decided);
        List<Long> records = new ArrayList<>(store.signatureOf.keySet());
        Collections.shuffle(records, random);
        for (int from = 0; from < records.size(); ) {
            int to = Math.min(records.size(), from + 1 + random.nextInt(most));
            Map<Long, MemoryStore.Saying> page = new LinkedHashMap<>();
            for (long record : records.subList(from, to)) {
                Signature signature = store.signatures.get(store.signatureOf.get(record));
                page.put(record, new MemoryStore.Saying(signature));
            }
            again.page(page);
            from = to;
        }
        return again;
    }

    /** What one pass over everybody gives, without the resolver. */
    private static Set<Set<Long>> full(MemoryStore store) {
        List<Signature> everybody =
                store.live().stream().map(store.signatures::get).toList();
        Set<Identifier> overloaded = Overload.of(RULES, everybody);
        assertThat(store.overloaded).as("values on too many people").isEqualTo(overloaded);
        Clustering clustering = Clustering.of(RULES, everybody, overloaded, store.decisions(store.live()));
        Set<Set<Long>> partition = new HashSet<>();
        for (List<Signature> cluster : clustering.clusters()) {
            Set<Long> records = new HashSet<>();
            cluster.forEach(signature -> records.addAll(store.recordsOf.get(signature.id())));
            partition.add(records);
        }
        return partition;
    }

    private static MemoryStore lived(long seed, int pages, boolean people) {
        Random random = new Random(seed);
        MemoryStore store = new MemoryStore(RULES);
        int records = 8 + random.nextInt(40);
        int size = 3 + random.nextInt(30);
        for (int page = 0; page < pages; page++) {
            store.page(change(random, store, records, size));
            if (people && random.nextDouble() < .3) {
                long left = random.nextInt(records);
                long right = random.nextInt(records);
                Decision.Kind[] kinds = {Decision.Kind.JOIN, Decision.Kind.SPLIT, null};
                store.decide(Math.min(left, right), Math.max(left, right), kinds[random.nextInt(3)]);
            }
            check(store);
        }
        return store;
    }

    private static void check(MemoryStore store) {
        Map<Long, Long> of = new HashMap<>();
        for (long signature : store.live()) {
            long profile = store.profile.get(signature);
            of.put(signature, profile);
            if (store.mergedInto.containsKey(profile)
                    || !store.members.get(profile).contains(signature)) {
                throw new AssertionError("signature " + signature + " is not in its profile " + profile);
            }
        }
        store.members.forEach((profile, members) -> members.forEach(member -> {
            if (!profile.equals(of.get(member))) {
                throw new AssertionError("profile " + profile + " holds " + member + " of " + of.get(member));
            }
        }));
        store.everOpened.forEach(store::follow);
    }

    @Property(tries = 60)
    void any_order_in_any_batches_gives_what_one_full_run_gives(@ForAll long seed) {
        MemoryStore store = lived(seed, 25, false);
        Set<Set<Long>> full = full(store);
        assertThat(store.partition()).as("as it came").isEqualTo(full);
        MemoryStore shuffled = again(store, new Random(seed + 1), 5);
        assertThat(shuffled.partition()).as("shuffled").isEqualTo(full);
        assertThat(again(store, new Random(seed + 2), 1000).partition())
                .as("at once")
                .isEqualTo(full);
    }

    @Property(tries = 50)
    void what_people_decided_counts_the_same_in_any_order(@ForAll long seed) {
        MemoryStore store = lived(seed, 25, true);
        Set<Set<Long>> full = full(store);
        assertThat(store.partition()).isEqualTo(full);
        MemoryStore again = again(store, new Random(seed + 1), 7);
        assertThat(again.partition()).isEqualTo(full);
        for (Decision decision : store.decisions(store.live())) {
            if (decision.kind() == Decision.Kind.SPLIT) {
                assertThat(store.profile.get(decision.left())).isNotEqualTo(store.profile.get(decision.right()));
            }
        }
    }

    @Property(tries = 50)
    void no_profile_has_more_values_than_it_may(@ForAll long seed) {
        MemoryStore store = lived(seed, 20, false);
        store.members.forEach((profile, members) -> {
            Map<String, Set<String>> values = new HashMap<>();
            for (long member : members) {
                for (Identifier value : store.signatures.get(member).identifiers()) {
                    if (!store.overloaded.contains(value)) {
                        values.computeIfAbsent(value.name(), key -> new HashSet<>())
                                .add(value.value());
                    }
                }
            }
            for (IdentifierRule rule : RULES.identifiers()) {
                assertThat(values.getOrDefault(rule.name(), Set.of()))
                        .as("%s of profile %s", rule.name(), profile)
                        .hasSizeLessThanOrEqualTo(rule.perProfile());
            }
        });
    }

    @Property(tries = 50)
    void resolving_everything_again_changes_nothing(@ForAll long seed) {
        MemoryStore store = lived(seed, 15, true);
        Resolution resolution = store.full();
        assertThat(resolution.profiles()).isEmpty();
        assertThat(resolution.firstProfiles()).isEmpty();
        assertThat(resolution.opened()).isEmpty();
        assertThat(resolution.restored()).isEmpty();
        assertThat(resolution.merges()).isEmpty();
        assertThat(resolution.redirects()).isEmpty();
        assertThat(resolution.emptied()).isEmpty();
        assertThat(resolution.touched()).isEmpty();
        assertThat(resolution.overloaded()).isEmpty();
        assertThat(resolution.released()).isEmpty();
    }

    @Property(tries = 50)
    void who_leaves_and_comes_back_the_same_has_the_same_ids(@ForAll long seed) {
        MemoryStore store = lived(seed, 15, false);
        Map<Long, Long> before = new HashMap<>();
        store.signatureOf.keySet().forEach(record -> before.put(record, store.profileOfRecord(record)));
        Map<Long, MemoryStore.Saying> none = new LinkedHashMap<>();
        Map<Long, MemoryStore.Saying> back = new LinkedHashMap<>();
        store.signatureOf.forEach((record, signature) -> {
            Signature said = store.signatures.get(signature);
            none.put(record, null);
            back.put(record, new MemoryStore.Saying(said));
        });
        store.page(none);
        assertThat(store.members.values()).allMatch(Set::isEmpty);
        long last = store.lastProfile;
        store.page(back);
        check(store);
        assertThat(store.lastProfile).as("no fresh ids").isEqualTo(last);
        before.forEach(
                (record, profile) -> assertThat(store.profileOfRecord(record)).isEqualTo(profile));
    }
}
