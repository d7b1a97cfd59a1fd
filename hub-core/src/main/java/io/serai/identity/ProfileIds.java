package io.serai.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * Gives clusters their profile ids. A profile stays where its anchor is, the lowest of its old signatures that is still
 * there; a signature that died is still there when a record took its claim to a new signature. Where several profiles meet,
 * the one with the identifier of the highest priority stays, of equals the oldest, and the others become its aliases: a
 * customer keeps the id that destinations know when an anonymous card turns out to be theirs, whichever was seen first. A cluster without any anchor gets back the id that one of its
 * signatures had when it died or else first, when that id is free and most truly theirs, or else a fresh one.
 */
final class ProfileIds {

    /**
     * The claim of a dead signature.
     *
     * @param from the dead signature
     * @param record the record that took the claim with it; 0 for none
     * @param to the signature that the record has now; 0 for none
     * @param claim what the dead signature was given
     */
    record Inheritance(long from, long record, long to, Claim claim) {}

    private final Map<Long, Claim> claims;
    private final Collection<Inheritance> inheritances;
    private final Anchors anchors;
    private List<List<Signature>> clusters = List.of();
    private long[] profileOf = {};
    private Map<Long, Anchors.Anchor> aliases = Map.of();

    private final List<Long> opened = new ArrayList<>();
    private final List<Long> restored = new ArrayList<>();
    private final List<Merge> merges = new ArrayList<>();

    /**
     * @param rules whose order ranks identifiers
     * @param claims of every clustered signature; one that has just appeared is in no profile
     * @param lastProfiles the profiles that signatures were in when they died, of those that came back
     * @param inheritances of every signature that died
     */
    ProfileIds(
            IdentityRules rules,
            Map<Long, Claim> claims,
            Map<Long, Long> lastProfiles,
            Collection<Inheritance> inheritances) {
        this.claims = claims;
        this.inheritances = inheritances;
        anchors = new Anchors(rules, claims, lastProfiles);
    }

    /** Finds where every old profile stays. */
    void anchor(List<List<Signature>> found) {
        clusters = inOrderOfAge(found);
        anchors.find(clusters, inheritances);
    }

    /** By their lowest signature, so that fresh ids come in the order in which people were first seen. */
    private static List<List<Signature>> inOrderOfAge(List<List<Signature>> clusters) {
        Map<Long, List<Signature>> byLowest = new TreeMap<>();
        for (List<Signature> cluster : clusters) {
            long lowest = Long.MAX_VALUE;
            for (Signature signature : cluster) {
                lowest = Math.min(lowest, signature.id());
            }
            byLowest.put(lowest, cluster);
        }
        return List.copyOf(byLowest.values());
    }

    /** Profiles that signatures were in first and that are free here; the caller knows whether somebody else is in them. */
    Set<Long> wanted() {
        return anchors.free();
    }

    /** Gives every cluster its profile. */
    void assign(Set<Long> taken, LongSupplier fresh) {
        profileOf = new long[clusters.size()];
        for (long profile : anchors.byRank()) {
            int cluster = anchors.cluster(profile);
            if (profileOf[cluster] == 0) {
                profileOf[cluster] = profile;
            } else {
                merges.add(new Merge(profile, profileOf[cluster]));
            }
        }
        Map<Long, Anchors.Anchor> owners = anchors.owners(taken);
        restore(owners, false);
        restore(owners, true);
        for (int cluster = 0; cluster < profileOf.length; cluster++) {
            if (profileOf[cluster] == 0) {
                profileOf[cluster] = fresh.getAsLong();
                opened.add(profileOf[cluster]);
            }
        }
        restored.forEach(owners::remove);
        aliases = owners;
    }

    private void restore(Map<Long, Anchors.Anchor> owners, boolean weak) {
        owners.forEach((profile, owner) -> {
            if (profileOf[owner.cluster()] == 0 && owner.weak() == weak) {
                profileOf[owner.cluster()] = profile;
                restored.add(profile);
            }
        });
    }

    /** The profile of every clustered signature. */
    Map<Long, Long> profiles() {
        Map<Long, Long> profiles = new HashMap<>();
        for (int cluster = 0; cluster < profileOf.length; cluster++) {
            for (Signature signature : clusters.get(cluster)) {
                profiles.put(signature.id(), profileOf[cluster]);
            }
        }
        return profiles;
    }

    List<Merge> merges() {
        return merges;
    }

    Resolution resolution(Set<Identifier> overloaded, Set<Identifier> released, Findings findings) {
        Map<Long, Long> profiles = new HashMap<>();
        Map<Long, Long> firstProfiles = new HashMap<>();
        Set<Long> touched = new TreeSet<>();
        for (int cluster = 0; cluster < profileOf.length; cluster++) {
            long profile = profileOf[cluster];
            for (Signature signature : clusters.get(cluster)) {
                Claim claim = claims.getOrDefault(signature.id(), Claim.NONE);
                if (claim.profile() != profile) {
                    profiles.put(signature.id(), profile);
                    touched.add(profile);
                    touched.add(claim.profile());
                }
                if (claim.firstProfile() == 0) {
                    firstProfiles.put(signature.id(), anchors.firstProfile(signature.id(), profile));
                }
            }
        }
        inheritances.forEach(inherited -> touched.add(inherited.claim().profile()));
        touched.remove(0L);
        List<Long> emptied = anchors.lost();
        merges.forEach(merge -> touched.remove(merge.profile()));
        touched.removeAll(emptied);
        return new Resolution(
                profiles,
                firstProfiles,
                List.copyOf(opened),
                restored.stream().sorted().toList(),
                List.copyOf(merges),
                redirects(profiles),
                emptied,
                touched,
                overloaded,
                released,
                findings);
    }

    /** Aliases follow the signature that they once stood for when it changes its profile. */
    private List<Merge> redirects(Map<Long, Long> changed) {
        List<Merge> redirects = new ArrayList<>();
        aliases.forEach((alias, owner) -> {
            long profile = profileOf[owner.cluster()];
            if (alias != profile && (owner.record() != 0 || changed.containsKey(owner.signature()))) {
                redirects.add(new Merge(alias, profile));
            }
        });
        return redirects;
    }
}
