package io.serai.camel;

import io.serai.segment.Membership;
import io.serai.sync.Purpose;
import io.serai.sync.ReadAhead;
import io.serai.sync.Run;
import io.serai.sync.RunStatus;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code hub:segment} and {@code hub:profiles}: delivers people page by page, then completes the pushes of the route. When a page
 * fails, nothing is sent.
 *
 * @param segment empty for everybody
 * @param changes whether only those are delivered who entered or left since the route's last complete run
 */
record PeoplePass(HubServices services, Optional<String> segment, boolean changes) implements Pass {

    private static final int PAGE = 2000;

    static PeoplePass of(HubServices services, Optional<String> segment, HubOptions options) {
        return new PeoplePass(
                services, segment, options.text("emit").map("changes"::equals).orElse(false));
    }

    @Override
    public RunStatus run(Run run, HubConsumer start) {
        services.ingest().settle(run);
        services.people().refreshTraits();
        long version = services.people().version();
        boolean everyone = !changes || !everyonesRun(run);
        try (PassPushes pushes = new PassPushes(run, !everyone, version)) {
            Audience audience = audience(run, start, pushes, everyone);
            if (!deliver(run, start, pushes, audience)) {
                return RunStatus.INTERRUPTED;
            }
            RunStatus status = pushes.complete(start.pushSteps());
            // Whoever stays due must come again: where only changes are delivered, nobody else would bring them.
            boolean allArrived = run.counts().deferred() == 0;
            if (status == RunStatus.DONE
                    && allArrived
                    && run.request().purpose() == Purpose.SEND
                    && everyonesRun(run)) {
                audience.finished();
            }
            return status;
        }
    }

    private static boolean everyonesRun(Run run) {
        return run.request().only().isEmpty();
    }

    private Audience audience(Run run, HubConsumer start, PassPushes pushes, boolean everyone) {
        People people = services.people();
        Reading reading = people::byId;
        if (everyone && everyonesRun(run) && start.onlyPushes()) {
            BitSet settled = pushes.settled(start.pushSteps());
            reading = Reading.of(people, pushes.needed(start.pushSteps()));
            if (!settled.isEmpty()) {
                return remaining(run, pushes, reading, settled);
            }
        }
        if (segment.isEmpty()) {
            return everyone
                    ? new Everybody(people, PAGE)
                    : new Touched(people, services.pulls().checkpoints(), run, PAGE);
        }
        String name = segment.get();
        SegmentMark mark = mark(run, name, people.refresh(name));
        return everyone ? new Members(people, reading, name, mark, PAGE, false) : new Changes(people, name, mark, PAGE);
    }

    /** Everybody but those of whom no destination can lack anything. */
    private Audience remaining(Run run, PassPushes pushes, Reading reading, BitSet settled) {
        People people = services.people();
        BitSet there;
        Runnable finished;
        if (segment.isEmpty()) {
            there = people.everybody();
            finished = () -> {};
        } else {
            Membership membership = people.refreshed(segment.get());
            there = membership.members();
            finished = mark(run, segment.get(), membership.refreshed().at())::move;
        }
        settled.and(there);
        pushes.passOver(settled);
        there.andNot(settled);
        return new Remaining(reading, there, PAGE, finished);
    }

    private SegmentMark mark(Run run, String name, Instant at) {
        return new SegmentMark(services.pulls().checkpoints(), run, name, at);
    }

    private boolean deliver(Run run, HubConsumer start, PassPushes pushes, Audience audience) {
        HubPass pass = new HubPass(run, null, pushes);
        int number = 0;
        try (ReadAhead<List<Map<String, Object>>> ahead = new ReadAhead<>()) {
            List<Map<String, Object>> page = audience.next();
            List<Map<String, Object>> following = page.isEmpty() ? page : audience.next();
            while (!page.isEmpty()) {
                if (run.cancelled()) {
                    return false;
                }
                boolean last = following.isEmpty();
                if (!last) {
                    ahead.begin(audience::next);
                }
                PageMessage message = PageMessage.of(page, ++number, last);
                segment.ifPresent(name -> message.with("HubSegment", name));
                start.process(pass, message);
                page = following;
                following = last ? page : ahead.take();
            }
        }
        return !run.cancelled();
    }
}
