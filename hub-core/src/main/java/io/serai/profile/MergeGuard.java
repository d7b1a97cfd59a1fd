package io.serai.profile;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Stops a run that would make too many people one another: most likely a value that many share is taken for an identifier.
 * Counts, over all pages of one run, profiles that were there when it began and became another's. Safe for several threads.
 */
public final class MergeGuard {

    /** The default of {@code guards: max_merges}: one of a hundred. */
    public static final double USUAL = 0.01;

    /** So many may always be merged: in a small hub, one of a hundred is nobody. */
    private static final int ALWAYS = 100;

    private final double most;
    private final String allow;
    private final Map<String, Long> causes = new TreeMap<>();
    private long last = -1;
    private long merged;
    /** How many profiles there were before the run, as far as is known, and of how many merged ones on that is counted again. */
    private long before;

    private long recount;

    /**
     * @param most the largest part of the profiles that may be merged into others, 0 to 1
     * @param allow the command that allows more, for whoever reads the error
     */
    public MergeGuard(double most, String allow) {
        this.most = most;
        this.allow = allow;
    }

    /** Stops nothing. */
    public static MergeGuard none() {
        return new MergeGuard(1, "");
    }

    /**
     * To be called before each page.
     *
     * @param highest the highest number of a profile
     */
    public synchronized void begin(LongSupplier highest) {
        if (last < 0) {
            last = highest.getAsLong();
        }
    }

    /**
     * To be called before a page is kept.
     *
     * @param aliases profiles that the page makes another's
     * @param why the cause of each, without personal values; may be absent
     * @param live how many of the profiles up to a number are live, the aliases not counted; asked seldom, since it may be slow to say:
     *     when a tenth more were merged than the last time, and before the run is stopped
     * @throws CollapseException when they are too many
     */
    public synchronized void count(Collection<Long> aliases, Map<Long, String> why, Live live) {
        for (long profile : aliases) {
            if (profile <= last) {
                merged++;
                causes.merge(why.getOrDefault(profile, ""), 1L, Long::sum);
            }
        }
        if (most < 1 && merged > ALWAYS && !aliases.isEmpty() && (merged >= recount || merged > most * before)) {
            before = live.upTo(last) + merged;
            recount = merged + merged / 10 + 1;
            if (merged > most * before) {
                throw new CollapseException(merged, sentence());
            }
        }
    }

    /** What was counted so far: to go back to it when nothing is kept of what is counted from now on. */
    public synchronized Runnable asItIs() {
        long counted = merged;
        Map<String, Long> why = Map.copyOf(causes);
        return () -> {
            synchronized (this) {
                merged = counted;
                causes.clear();
                causes.putAll(why);
            }
        };
    }

    /** Counts live profiles. */
    @FunctionalInterface
    public interface Live {
        long upTo(long profile);
    }

    private String sentence() {
        String cause = causes.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .map(entry -> "; most of them for the sake of " + entry.getKey())
                .orElse("");
        return String.format(
                Locale.ROOT,
                "Stopped before %,d of %,d profiles were merged into others%s. That is more than guards: max_merges of"
                        + " config/hub.yaml allows (%s %%), and most often means that a value many people share is taken for"
                        + " theirs: look at it with hub profile why, and name it under ignore: in config/identity.yaml."
                        + " Nothing of it was kept, and nothing is lost. If they are the same people, allow it: %s",
                merged,
                before,
                cause,
                percent(),
                allow);
    }

    private String percent() {
        double percent = most * 100;
        return percent == Math.rint(percent) ? String.valueOf((long) percent) : String.valueOf(percent);
    }
}
