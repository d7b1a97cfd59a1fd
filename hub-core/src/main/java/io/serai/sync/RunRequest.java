package io.serai.sync;

import java.util.Set;

/**
 * What is asked of one run of a route.
 *
 * @param trigger what started it
 * @param purpose what is to happen at the destinations
 * @param only the numbers of the only profiles that may be planned; empty for everybody
 * @param allowMerges whether more profiles may be merged into others than {@code guards: max_merges} allows
 */
public record RunRequest(Trigger trigger, Purpose purpose, Set<Long> only, boolean allowMerges) {

    /** One that stops before too many profiles are merged. */
    public RunRequest(Trigger trigger, Purpose purpose, Set<Long> only) {
        this(trigger, purpose, only, false);
    }

    public RunRequest {
        only = Set.copyOf(only);
    }

    /** Plan and deliver for everybody. */
    public static RunRequest send(Trigger trigger) {
        return new RunRequest(trigger, Purpose.SEND, Set.of());
    }

    /** {@code --allow-merges}. */
    public RunRequest allowingMerges() {
        return new RunRequest(trigger, purpose, only, true);
    }

    /** {@code hub plan}. */
    public static RunRequest plan() {
        return new RunRequest(Trigger.COMMAND, Purpose.PLAN, Set.of());
    }

    /** {@code hub sync --dry-run}. */
    public static RunRequest dryRun() {
        return new RunRequest(Trigger.COMMAND, Purpose.DRY_RUN, Set.of());
    }

    /** {@code hub retry}: only these people. */
    public static RunRequest retry(Set<Long> people) {
        return new RunRequest(Trigger.RETRY, Purpose.SEND, people);
    }
}
