package io.serai.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The identity half of a store, in maps: what the SQL store does with the resolver, in the fewest words. */
final class MemoryStore implements SignatureIndex, MatchIndex {

    /** What a record says; identifiers and said empty for a record that is gone. */
    record Saying(List<Identifier> identifiers, Evidence evidence, List<String> said) {

        Saying(List<Identifier> identifiers, Evidence evidence) {
            this(identifiers, evidence, List.of());
        }

        Saying(Signature signature) {
            this(signature.identifiers(), signature.evidence(), signature.said());
        }

        boolean isNothing() {
            return identifiers.isEmpty() && said.isEmpty();
        }
    }

    final IdentityRules rules;
    final Likeness likeness;
    final Map<Long, Set<Long>> keys = new HashMap<>();
    final Set<Long> crowded = new HashSet<>();
    final Set<MatchEdge> edges = new HashSet<>();
    final Map<Long, Integer> levels = new HashMap<>();
    final Map<Saying, Long> numbers = new HashMap<>();
    final Map<Long, Signature> signatures = new HashMap<>();
    final Map<Long, Set<Long>> recordsOf = new HashMap<>();
    final Map<Long, Long> signatureOf = new TreeMap<>();
    final Map<Identifier, Set<Long>> bearers = new HashMap<>();
    final Map<Long, Long> profile = new HashMap<>();
    final Map<Long, Long> firstProfile = new HashMap<>();
    final Map<Long, Set<Long>> members = new HashMap<>();
    final Map<Long, Long> mergedInto = new HashMap<>();
    final Set<Identifier> overloaded = new HashSet<>();
    final Map<List<Long>, Decision.Kind> decided = new HashMap<>();
    final Set<Long> everOpened = new HashSet<>();
    long lastProfile;
    int calls;
    int loaded;

    MemoryStore(IdentityRules rules) {
        this(rules, null);
    }

    MemoryStore(IdentityRules rules, Likeness likeness) {
        this.rules = rules;
        this.likeness = likeness;
    }

    /** One page: records and what they say now; null for deleted. */
    Resolution page(Map<Long, Saying> page) {
        Set<Long> touched = new LinkedHashSet<>();
        Set<Long> liveBefore = new HashSet<>();
        List<Move> moves = new ArrayList<>();
        Set<Long> recheck = new LinkedHashSet<>();
        page.forEach((record, saying) -> {
            Long before = signatureOf.get(record);
            Long now = saying == null || saying.isNothing() ? null : number(saying);
            if (java.util.Objects.equals(before, now)) {
                return;
            }
            recheck.addAll(decidedWith(record, before, now));
            for (Long signature : Arrays.asList(before, now)) {
                if (signature != null
                        && touched.add(signature)
                        && !recordsOf.get(signature).isEmpty()) {
                    liveBefore.add(signature);
                }
            }
            if (before != null) {
                recordsOf.get(before).remove(record);
                signatureOf.remove(record);
            }
            if (now != null) {
                recordsOf.get(now).add(record);
                signatureOf.put(record, now);
            }
            if (before != null && now != null) {
                moves.add(new Move(record, before, now));
            }
        });
        List<Signature> appeared = new ArrayList<>();
        List<Long> disappeared = new ArrayList<>();
        for (long signature : touched) {
            boolean live = !recordsOf.get(signature).isEmpty();
            if (live && !liveBefore.contains(signature)) {
                appeared.add(signatures.get(signature));
            } else if (!live && liveBefore.contains(signature)) {
                disappeared.add(signature);
            }
        }
        recheck.removeIf(signature -> recordsOf.get(signature).isEmpty());
        return resolve(new Changes(appeared, disappeared, recheck), moves);
    }

    /** What a decision about a record no longer links, or links from now on. */
    private Set<Long> decidedWith(long record, Long before, Long now) {
        Set<Long> signatures = new LinkedHashSet<>();
        for (List<Long> pair : decided.keySet()) {
            if (pair.contains(record)) {
                signatures.addAll(
                        Arrays.asList(before, now, signatureOf.get(pair.get(0)), signatureOf.get(pair.get(1))));
            }
        }
        signatures.remove(null);
        return signatures;
    }

    Resolution decide(long left, long right, Decision.Kind kind) {
        if (kind == null) {
            decided.remove(List.of(left, right));
        } else {
            decided.put(List.of(left, right), kind);
        }
        List<Long> both = new ArrayList<>(new LinkedHashSet<>(List.of(left, right).stream()
                .map(signatureOf::get)
                .filter(java.util.Objects::nonNull)
                .toList()));
        return resolve(new Changes(List.of(), List.of(), both), List.of());
    }

    Resolution full() {
        return resolve(new Changes(List.of(), List.of(), live()), List.of());
    }

    List<Long> live() {
        return recordsOf.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Resolution resolve(Changes changes, List<Move> moves) {
        for (Signature signature : changes.appeared()) {
            signature.identifiers().forEach(value -> bearers.computeIfAbsent(value, key -> new TreeSet<>())
                    .add(signature.id()));
        }
        for (long gone : changes.disappeared()) {
            signatures.get(gone).identifiers().forEach(value -> bearers.get(value)
                    .remove(gone));
            Set<Long> of = members.get(profile.get(gone));
            of.remove(gone);
        }
        Resolution resolution = new Resolver(rules, this, likeness, likeness == null ? null : this)
                .resolve(changes, moves, () -> ++lastProfile);
        resolution.profiles().forEach((signature, to) -> {
            Long from = profile.put(signature, to);
            if (from != null) {
                members.get(from).remove(signature);
            }
            members.computeIfAbsent(to, key -> new TreeSet<>()).add(signature);
        });
        resolution.firstProfiles().forEach(firstProfile::putIfAbsent);
        everOpened.addAll(resolution.opened());
        resolution.restored().forEach(mergedInto::remove);
        resolution.merges().forEach(merge -> mergedInto.put(merge.profile(), merge.survivor()));
        resolution.redirects().forEach(merge -> mergedInto.put(merge.profile(), merge.survivor()));
        overloaded.addAll(resolution.overloaded());
        overloaded.removeAll(resolution.released());
        return resolution;
    }

    private long number(Saying saying) {
        return numbers.computeIfAbsent(saying, key -> {
            long id = numbers.size() + 1L;
            signatures.put(id, new Signature(id, key.identifiers(), key.evidence(), key.said()));
            recordsOf.put(id, new TreeSet<>());
            return id;
        });
    }

    long profileOfRecord(long record) {
        return profile.get(signatureOf.get(record));
    }

    long follow(long id) {
        long at = id;
        for (int hops = 0; mergedInto.containsKey(at); hops++) {
            at = mergedInto.get(at);
            if (hops > 1000) {
                throw new AssertionError("aliases of " + id + " go round in circles");
            }
        }
        return at;
    }

    /** Who is together, by record. */
    Set<Set<Long>> partition() {
        return Set.copyOf(signatureOf.keySet().stream()
                .collect(Collectors.groupingBy(this::profileOfRecord, Collectors.toSet()))
                .values());
    }

    @Override
    public List<Signature> signatures(Collection<Long> ids) {
        calls++;
        loaded += ids.size();
        return ids.stream()
                .map(signatures::get)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    @Override
    public Map<Identifier, long[]> bearers(Collection<Identifier> values) {
        calls++;
        Map<Identifier, long[]> found = new HashMap<>();
        for (Identifier value : values) {
            found.put(
                    value,
                    bearers.getOrDefault(value, Set.of()).stream()
                            .mapToLong(Long::longValue)
                            .toArray());
        }
        return found;
    }

    /** Few enough to be told at once, or one by one: both ways come to the same. */
    @Override
    public Optional<Set<Identifier>> fewOverloaded() {
        return overloaded.size() < 2 ? Optional.of(Set.copyOf(overloaded)) : Optional.empty();
    }

    @Override
    public Set<Identifier> overloaded(Collection<Identifier> values) {
        calls++;
        return values.stream().filter(overloaded::contains).collect(Collectors.toSet());
    }

    @Override
    public List<Decision> decisions(Collection<Long> ids) {
        calls++;
        Set<Long> wanted = new HashSet<>(ids);
        List<Decision> found = new ArrayList<>();
        decided.forEach((pair, kind) -> {
            Long left = signatureOf.get(pair.get(0));
            Long right = signatureOf.get(pair.get(1));
            if (left != null
                    && right != null
                    && !left.equals(right)
                    && (wanted.contains(left) || wanted.contains(right))) {
                found.add(new Decision(left, right, kind));
            }
        });
        return found;
    }

    @Override
    public Map<Long, Claim> claims(Collection<Long> ids) {
        calls++;
        Map<Long, Claim> found = new HashMap<>();
        for (long id : ids) {
            if (profile.containsKey(id)) {
                found.put(id, new Claim(profile.get(id), firstProfile.get(id)));
            }
        }
        return found;
    }

    @Override
    public Map<Long, long[]> members(Collection<Long> profiles) {
        calls++;
        Map<Long, long[]> found = new HashMap<>();
        for (long id : profiles) {
            found.put(
                    id,
                    members.getOrDefault(id, Set.of()).stream()
                            .mapToLong(Long::longValue)
                            .toArray());
        }
        return found;
    }

    @Override
    public Map<Long, List<String>> said(Collection<Long> ids) {
        calls++;
        Map<Long, List<String>> found = new HashMap<>();
        ids.forEach(id -> found.put(id, signatures.get(id).said()));
        return found;
    }

    @Override
    public Map<Long, long[]> bearers(Collection<Long> wanted, int most) {
        calls++;
        Map<Long, long[]> found = new HashMap<>();
        wanted.forEach(key -> found.put(
                key,
                keys.getOrDefault(key, Set.of()).stream()
                        .limit(most)
                        .mapToLong(Long::longValue)
                        .toArray()));
        return found;
    }

    @Override
    public Set<Long> crowded(Collection<Long> wanted) {
        calls++;
        return wanted.stream().filter(crowded::contains).collect(Collectors.toSet());
    }

    @Override
    public List<MatchEdge> edges(Collection<Long> ids) {
        calls++;
        return edges.stream()
                .filter(edge -> ids.contains(edge.left()) || ids.contains(edge.right()))
                .toList();
    }

    @Override
    public Map<Long, Integer> levels(Collection<Long> ids) {
        calls++;
        Map<Long, Integer> found = new HashMap<>(levels);
        found.keySet().retainAll(Set.copyOf(ids));
        return found;
    }

    @Override
    public void addKeys(Map<Long, long[]> keysOf) {
        keysOf.forEach((id, all) -> Arrays.stream(all).forEach(key -> keys.computeIfAbsent(key, one -> new TreeSet<>())
                .add(id)));
    }

    @Override
    public void removeKeys(Map<Long, long[]> keysOf) {
        keysOf.forEach(
                (id, all) -> Arrays.stream(all).forEach(key -> keys.get(key).remove(id)));
    }

    @Override
    public void crowd(Set<Long> more, Set<Long> released) {
        crowded.addAll(more);
        crowded.removeAll(released);
    }

    @Override
    public void replace(Collection<MatchEdge> gone, Collection<MatchEdge> come) {
        edges.removeAll(Set.copyOf(gone));
        edges.addAll(come);
    }

    @Override
    public void setLevels(Map<Long, Integer> changed) {
        levels.putAll(changed);
        levels.values().removeIf(level -> level == 0);
    }
}
