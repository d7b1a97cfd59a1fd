package io.serai.camel;

import io.serai.sync.PushGroup;
import io.serai.sync.PushResult;
import io.serai.sync.PushSession;
import io.serai.sync.Run;
import io.serai.sync.RunStatus;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The pushes of one run: one session for each {@code hub:push} step of its route. Safe for use by many threads. */
final class PassPushes implements AutoCloseable {

    private static final List<RunStatus> WORST_FIRST =
            List.of(RunStatus.FAILED, RunStatus.INTERRUPTED, RunStatus.HELD, RunStatus.DONE);

    private final Run run;
    private final boolean changesOnly;
    private final long version;
    private final Map<String, PushSession> sessions = new LinkedHashMap<>();

    /** @param version of the people, from before the first was read */
    PassPushes(Run run, boolean changesOnly, long version) {
        this.run = run;
        this.changesOnly = changesOnly;
        this.version = version;
    }

    /** The session of a step, begun when it is not yet. */
    synchronized PushSession session(HubPushEndpoint step) {
        return sessions.computeIfAbsent(step.getEndpointUri(), uri -> {
            PushSession session = step.begin(run, version);
            if (changesOnly) {
                session.changesOnly();
            }
            return session;
        });
    }

    /**
     * Who need not be delivered to any of these steps, because none of their destinations can lack anything of them. All others
     * must be, as the store has them.
     *
     * @param steps each with a destination of its own
     */
    BitSet settled(Collection<HubPushEndpoint> steps) {
        BitSet settled = null;
        for (HubPushEndpoint step : steps) {
            BitSet here = session(step).settled();
            if (settled == null) {
                settled = here;
            } else {
                settled.and(here);
            }
        }
        return settled == null ? new BitSet() : settled;
    }

    /** The fields of people that any of these steps needs; empty when one needs all. */
    Optional<Set<String>> needed(Collection<HubPushEndpoint> steps) {
        Set<String> all = new HashSet<>();
        for (HubPushEndpoint step : steps) {
            Optional<Set<String>> needed = session(step).needed();
            if (needed.isEmpty()) {
                return needed;
            }
            all.addAll(needed.get());
        }
        return Optional.of(all);
    }

    /** These people are to be at every destination, and are not delivered. */
    synchronized void passOver(BitSet people) {
        sessions.values().forEach(session -> session.passOver(people));
    }

    /**
     * Everybody was delivered: completes the push of every step, also of those that no page reached, since nobody is to be at
     * their destinations.
     *
     * @return the worst of the results
     */
    RunStatus complete(Collection<HubPushEndpoint> steps) {
        steps.forEach(this::session);
        RunStatus worst = RunStatus.DONE;
        for (PushResult result : new PushGroup(sessions.values()).complete()) {
            if (result.message() != null) {
                run.note(result.message());
            }
            worst = WORST_FIRST.indexOf(result.status()) < WORST_FIRST.indexOf(worst) ? result.status() : worst;
        }
        return worst;
    }

    @Override
    public synchronized void close() {
        sessions.values().forEach(PushSession::close);
    }
}
