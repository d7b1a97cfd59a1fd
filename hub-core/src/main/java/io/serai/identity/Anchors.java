package io.serai.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where the profiles that there were stay: with the lowest of their old signatures, or what a record took of one that died. */
final class Anchors {

    /**
     * Where a profile stays.
     *
     * @param weak whether another claim comes first
     * @param signature by which
     * @param record that took the claim of a dead signature with it; 0 for none
     * @param cluster the place of its cluster
     */
    record Anchor(boolean weak, long signature, long record, int cluster) implements Comparable<Anchor> {
        private static final Comparator<Anchor> ORDER = Comparator.comparing(Anchor::weak)
                .thenComparingLong(Anchor::signature)
                .thenComparingLong(Anchor::record);

        @Override
        public int compareTo(Anchor other) {
            return ORDER.compare(this, other);
        }
    }

    private final List<IdentifierRule> order;
    private final Map<Long, Claim> claims;
    private final Map<Long, Long> lastProfiles;
    private final Map<Long, Anchor> anchors = new TreeMap<>();
    private final Map<Long, Anchor> owners = new TreeMap<>();
    private final Map<Long, Integer> rankOf = new HashMap<>();
    private final Map<Long, Long> firstOf = new HashMap<>();
    private final Set<Long> old = new TreeSet<>();
    private final Map<Long, Integer> clusterOf = new HashMap<>();
    private final Map<Long, Integer> ranks = new HashMap<>();

    Anchors(IdentityRules rules, Map<Long, Claim> claims, Map<Long, Long> lastProfiles) {
        order = rules.identifiers();
        this.claims = claims;
        this.lastProfiles = lastProfiles;
    }

    void find(List<List<Signature>> clusters, Collection<ProfileIds.Inheritance> inheritances) {
        for (int cluster = 0; cluster < clusters.size(); cluster++) {
            for (Signature signature : clusters.get(cluster)) {
                stand(signature, cluster);
            }
        }
        inheritances.forEach(this::inherit);
        old.addAll(anchors.keySet());
    }

    private void stand(Signature signature, int cluster) {
        clusterOf.put(signature.id(), cluster);
        int rank = rank(signature);
        ranks.put(signature.id(), rank);
        Claim claim = claims.getOrDefault(signature.id(), Claim.NONE);
        Anchor anchor = new Anchor(false, signature.id(), 0, cluster);
        offer(anchors, claim.profile(), anchor);
        rankOf.merge(claim.profile(), rank, Math::min);
        offer(owners, lastProfiles.getOrDefault(signature.id(), 0L), anchor);
        offer(owners, claim.firstProfile(), new Anchor(true, signature.id(), 0, cluster));
    }

    private void inherit(ProfileIds.Inheritance inherited) {
        Claim claim = inherited.claim();
        if (claim.profile() != 0) {
            old.add(claim.profile());
        }
        Integer cluster = clusterOf.get(inherited.to());
        if (cluster == null) {
            return;
        }
        Claim own = claims.getOrDefault(inherited.to(), Claim.NONE);
        boolean weak = own.profile() != 0;
        offer(anchors, claim.profile(), new Anchor(weak, inherited.from(), inherited.record(), cluster));
        rankOf.merge(claim.profile(), ranks.get(inherited.to()), Math::min);
        offer(owners, claim.firstProfile(), new Anchor(true, inherited.from(), inherited.record(), cluster));
        if (own.firstProfile() == 0 && claim.firstProfile() != 0) {
            firstOf.merge(inherited.to(), claim.firstProfile(), Math::min);
        }
    }

    /** The place of its best identifier among the rules. */
    private int rank(Signature signature) {
        for (int rank = 0; rank < order.size(); rank++) {
            String name = order.get(rank).name();
            if (signature.identifiers().stream().anyMatch(value -> value.name().equals(name))) {
                return rank;
            }
        }
        return order.size();
    }

    private static void offer(Map<Long, Anchor> map, long profile, Anchor anchor) {
        if (profile != 0) {
            map.merge(profile, anchor, (one, two) -> one.compareTo(two) <= 0 ? one : two);
        }
    }

    /** Profiles that stay somewhere, those with the best identifier first, of equals the oldest. */
    List<Long> byRank() {
        List<Long> profiles = new ArrayList<>(anchors.keySet());
        profiles.sort(Comparator.<Long>comparingInt(rankOf::get).thenComparing(Comparator.naturalOrder()));
        return profiles;
    }

    /** The cluster in which a profile stays. */
    int cluster(long profile) {
        return anchors.get(profile).cluster();
    }

    /** Profiles that somebody once had and that stay nowhere here. */
    Set<Long> free() {
        Set<Long> free = new HashSet<>(owners.keySet());
        free.removeAll(anchors.keySet());
        return free;
    }

    /** Whose the free profiles are, without those that somebody else is in; by profile, in order. */
    Map<Long, Anchor> owners(Set<Long> taken) {
        Map<Long, Anchor> free = new TreeMap<>(owners);
        free.keySet().removeAll(anchors.keySet());
        free.keySet().removeAll(taken);
        return free;
    }

    /** The profile that a signature was in first, when one that died left it that. */
    long firstProfile(long signature, long otherwise) {
        return firstOf.getOrDefault(signature, otherwise);
    }

    /** Profiles that there were and that stay nowhere. */
    List<Long> lost() {
        List<Long> lost = new ArrayList<>(old);
        lost.removeAll(anchors.keySet());
        return lost;
    }
}
