package io.serai.identity.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who says which values of one field: hashes only. */
final class Sayings {

    private static final double MOST = 0.999;

    /** One record's value; given is 0 where it says no given name. */
    private record Saying(long value, long given, char initial, long profile) {}

    private final List<Saying> sayings = new ArrayList<>();

    /** What was measured of all values. */
    record Measured(long values, long repeated, long families, int mostProfiles, Map<Long, Integer> crowded) {}

    void add(long value, String given, long profile) {
        sayings.add(new Saying(value, Hash.of(given), given.isEmpty() ? 0 : given.charAt(0), profile));
    }

    int size() {
        return sayings.size();
    }

    /**
     * Counts by value.
     *
     * @param maxPeople values on more given names than this are crowded: they count neither as repeated nor as a family's
     */
    Measured measure(int maxPeople) {
        sayings.sort(Comparator.comparingLong(Saying::value));
        long values = 0;
        long repeated = 0;
        long families = 0;
        int mostProfiles = 0;
        Map<Long, Integer> crowded = new TreeMap<>();
        for (int from = 0, to; from < sayings.size(); from = to) {
            to = endOf(from);
            values++;
            Set<Long> names = new HashSet<>();
            Set<Character> initials = new HashSet<>();
            Set<Long> profiles = new HashSet<>();
            int named = 0;
            for (Saying saying : sayings.subList(from, to)) {
                profiles.add(saying.profile());
                if (saying.given() != 0) {
                    named++;
                    names.add(saying.given());
                    initials.add(saying.initial());
                }
            }
            if (names.size() > maxPeople) {
                crowded.put(sayings.get(from).value(), names.size());
            } else {
                repeated += named > 1 ? 1 : 0;
                families += initials.size() > 1 ? 1 : 0;
                mostProfiles = Math.max(mostProfiles, profiles.size());
            }
        }
        return new Measured(values, repeated, families, mostProfiles, crowded);
    }

    private int endOf(int from) {
        int to = from + 1;
        while (to < sayings.size()
                && sayings.get(to).value() == sayings.get(from).value()) {
            to++;
        }
        return to;
    }

    /** How many different values a profile has, the most of 999 in a thousand profiles; values of the set do not count. */
    int perProfile(Set<Long> without) {
        sayings.sort(Comparator.comparingLong(Saying::profile).thenComparingLong(Saying::value));
        List<Integer> counts = new ArrayList<>();
        long profile = 0;
        long last = 0;
        int count = 0;
        for (Saying saying : sayings) {
            if (saying.profile() == 0 || without.contains(saying.value())) {
                continue;
            }
            if (saying.profile() != profile) {
                counts.add(count);
                profile = saying.profile();
                count = 1;
            } else if (saying.value() != last) {
                count++;
            }
            last = saying.value();
        }
        counts.add(count);
        counts.sort(null);
        return counts.get((int) Math.min(counts.size() - 1L, (long) Math.ceil(counts.size() * MOST)));
    }
}
