package io.serai.segment;

import io.serai.profile.TraitDefinition;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who is in which segment.
 *
 * <p>{@link #refresh} keeps memberships and needs a store open for writing; every other question is answered as of now from
 * what the store holds, without writing, beside a hub that runs.
 */
public final class Segments {

    private final Map<String, Segment> segments;
    private final Map<String, TraitDefinition> traits;
    private final Set<String> counted;
    private final ZoneId zone;
    private final Clock clock;
    private final SegmentStore store;

    public Segments(
            Collection<Segment> segments, List<TraitDefinition> traits, ZoneId zone, Clock clock, SegmentStore store) {
        this.segments = new TreeMap<>(segments.stream().collect(Collectors.toMap(Segment::name, Function.identity())));
        this.traits = traits.stream().collect(Collectors.toMap(TraitDefinition::name, Function.identity()));
        this.counted = Asking.counted(traits);
        this.zone = zone;
        this.clock = clock;
        this.store = store;
    }

    /** All segments by name. */
    public Map<String, Segment> all() {
        return Collections.unmodifiableMap(segments);
    }

    /** @throws SegmentException when there is none of that name */
    public Segment segment(String name) {
        return asking().segment(name);
    }

    /** How many people are in a segment now. */
    public long count(String segment) {
        segment(segment);
        long[] count = {0};
        eachBlock(evaluation -> {
            count[0] += evaluation.members(segment).cardinality();
        });
        return count[0];
    }

    /**
     * The next members as of now, in the order of their numbers.
     *
     * @param after the last number of the page before; 0 for the first page
     * @param limit the most members
     */
    public List<Member> members(String segment, long after, int limit) {
        segment(segment);
        return store.read(reading -> {
            Asking asking = asking();
            Representatives representatives = new Representatives(asking, reading);
            List<Member> members = new ArrayList<>();
            Blocks.each(reading, after, asking.now(), block -> {
                BitSet rows = new BlockEvaluation(asking, block, representatives).members(segment);
                addMembers(members, limit, segment, SortedIds.pick(block, rows), reading);
                return members.size() < limit;
            });
            return members;
        });
    }

    private static void addMembers(
            List<Member> members, int limit, String segment, long[] in, SegmentStore.Reading reading) {
        List<Instant> entered = reading.entered(segment, in);
        for (int i = 0; i < in.length && members.size() < limit; i++) {
            members.add(new Member(in[i], entered.get(i)));
        }
    }

    /** The next members as of the last {@link #refresh}, with the times they entered. */
    public List<Member> membership(String segment, long after, int limit) {
        segment(segment);
        return store.read(reading -> reading.membership(segment, after, limit));
    }

    /** Who left at or after a time, as of the last {@link #refresh}, with the times they left. */
    public List<Member> left(String segment, Instant since) {
        segment(segment);
        return store.read(reading -> reading.left(segment, since));
    }

    /** How many people two segments share now. */
    public Overlap overlap(String first, String second) {
        segment(first);
        segment(second);
        long[] counts = new long[3];
        eachBlock(evaluation -> {
            BitSet one = evaluation.members(first);
            BitSet other = evaluation.members(second);
            BitSet both = (BitSet) one.clone();
            both.and(other);
            counts[0] += one.cardinality();
            counts[1] += other.cardinality();
            counts[2] += both.cardinality();
        });
        return new Overlap(counts[0], counts[1], counts[2]);
    }

    /**
     * Why a person is in a segment now, or is not.
     *
     * @return empty when there is no such person: never was, merged into another, or gone
     */
    public Optional<Explanation> explain(String segment, long profileId) {
        segment(segment);
        return store.read(reading -> {
            long[] person = reading.people(profileId - 1, 1);
            if (person.length == 0 || person[0] != profileId) {
                return Optional.empty();
            }
            Asking asking = asking();
            return Optional.of(
                    new Explainer(asking, reading.columns(person, asking.now()), new Representatives(asking, reading))
                            .segment(segment));
        });
    }

    /** The names of the segments that a person is in now, in order. */
    public List<String> of(long profile) {
        return segments.keySet().stream()
                .filter(name ->
                        explain(name, profile).filter(Explanation::holds).isPresent())
                .toList();
    }

    /**
     * Brings the membership of a segment up to date: who is in and was not has entered, who was and is not has left. Looks only
     * at people touched since the last time, where neither the rules have changed nor time alone or other people change their
     * answer.
     */
    public Refreshed refresh(String segment) {
        return refresh(segment, Refresh::run);
    }

    /** As {@link #refresh}, and says who is in it then. */
    public Membership refreshed(String segment) {
        return refresh(segment, (refresh, meaning) -> {
            Refreshed refreshed = refresh.run(meaning);
            return new Membership(refreshed, refresh.members());
        });
    }

    private <T> T refresh(String segment, BiFunction<Refresh, Meaning, T> work) {
        Asking asking = asking();
        Meaning meaning = new Meaning(asking, traits, segment);
        return store.write(writing -> {
            writing.keepColumns(RuleTraits.of(segments.values()));
            return work.apply(new Refresh(asking, segment, writing), meaning);
        });
    }

    /** Everybody, a bit for each by profile number. */
    public BitSet everybody() {
        BitSet people = new BitSet();
        store.read(reading -> {
            Blocks.each(reading, 0, clock.instant(), block -> SortedIds.add(block, block.people(), people));
            return null;
        });
        return people;
    }

    /** Whether a kept membership was worked out by another definition than today's. */
    public boolean isRedefined() {
        Asking asking = asking();
        return store.read(reading -> segments.keySet().stream()
                .anyMatch(name -> kept(reading, name).isPresent() && !isKept(asking, reading, name)));
    }

    /**
     * Brings all memberships up to date, but those that were kept by another definition than today's: they stay as they are, so
     * that it can be told what the definition changes.
     */
    public void refreshUnchanged() {
        Asking asking = asking();
        List<String> names = store.read(reading -> segments.keySet().stream()
                .filter(name -> kept(reading, name).isEmpty() || isKept(asking, reading, name))
                .toList());
        names.forEach(this::refresh);
    }

    /** Brings all memberships up to date; those that this changed, by name. */
    public Map<String, Refreshed> refreshAll() {
        Map<String, Refreshed> changed = new TreeMap<>();
        for (String name : segments.keySet()) {
            Refreshed refreshed = refresh(name);
            if (refreshed.entered() + refreshed.left() > 0) {
                changed.put(name, refreshed);
            }
        }
        return changed;
    }

    private static Optional<SegmentStore.Evaluated> kept(SegmentStore.Reading reading, String segment) {
        return reading.evaluated(segment).filter(last -> last.version() > 0 || last.definition() != 0);
    }

    private boolean isKept(Asking asking, SegmentStore.Reading reading, String segment) {
        return kept(reading, segment)
                .filter(last -> last.definition() == new Meaning(asking, traits, segment).definition())
                .isPresent();
    }

    private void eachBlock(Consumer<BlockEvaluation> look) {
        Asking asking = asking();
        store.read(reading -> {
            Representatives representatives = new Representatives(asking, reading);
            Blocks.each(reading, 0, asking.now(), block -> {
                look.accept(new BlockEvaluation(asking, block, representatives));
                return true;
            });
            return null;
        });
    }

    private Asking asking() {
        return new Asking(segments, counted, clock.instant(), zone);
    }
}
