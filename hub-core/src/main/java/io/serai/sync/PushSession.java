package io.serai.sync;

import io.serai.profile.ProfileId;
import io.serai.profile.ProfileRow;
import io.serai.record.StreamName;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One push of one run into one destination stream: the route stages pages of people, then completes. Nothing is sent before
 * {@link #complete}. Safe for use by many threads.
 */
public final class PushSession implements AutoCloseable {

    private final Pushes.Parts parts;
    private final Knowledge knowledge;
    private final Run run;
    private final PushTarget target;
    private final PushOptions options;
    private final PlanTerms terms;
    private final Difference difference;
    private final Operations operations;
    private final Certainty certainty;
    private final Staged staged = new Staged();
    private final long sync;
    private final long plan;
    private final Draft draft;
    private boolean asStored;
    private boolean completed;

    PushSession(Pushes.Parts shared, Run run, PushTarget target, PushOptions options, long version) {
        FollowedLedger ledger = new FollowedLedger(shared.ledger());
        this.parts = shared.with(ledger);
        this.run = run;
        this.target = target;
        this.options = options;
        this.terms = PlanTerms.of(target, options);
        this.operations = Operations.of(target, terms);
        this.difference = new Difference(terms, operations);
        this.certainty = new Certainty(parts, terms);
        if (terms.tag() != null && target.mapping().fields().containsKey("tag")) {
            throw new SyncException("The mapping \"" + target.mapping().name()
                    + "\" has a field \"tag\", and so has the push step: leave one out.");
        }
        this.sync = parts.transactions().inOne(() -> parts.ledger().sync(run.route(), target.name()));
        parts.transactions().inOne(() -> new Uncertainty(parts).followCrash(sync));
        this.knowledge = new Knowledge(
                ledger,
                sync,
                version,
                target,
                terms,
                operations,
                parts.suppressions().version());
        this.plan = parts.transactions().inOne(() -> {
            new Survivors(parts.ledger()).follow(sync);
            knowledge.followed();
            return parts.plans()
                    .draft(run.id(), sync, terms, version, parts.clock().instant());
        });
        this.draft = new Draft(parts, plan, target.name().toString());
    }

    /**
     * Who need not be staged, for {@link #passOver} is enough: nobody touched them since the destination was known to lack nothing of
     * them. From now on people must be staged as the store has them, and all who are not passed over.
     *
     * @return bits by profile number, whether they are to be there or not; empty when everybody must be staged
     */
    public synchronized BitSet settled() {
        asStored = Knowledge.possible(target, terms);
        return asStored
                ? knowledge
                        .before()
                        .map(settled -> {
                            BitSet people = (BitSet) settled.people().clone();
                            people.andNot(parts.profiles().touchedAfter(settled.version()));
                            return people;
                        })
                        .orElseGet(BitSet::new)
                : new BitSet();
    }

    /** These people are to be at the destination, and lack nothing there. */
    public synchronized void passOver(BitSet settled) {
        staged.passOver(settled);
    }

    /** The fields that people must bring, beside {@code profile_id} and {@code membership}; empty when they must bring all. */
    public Optional<Set<String>> needed() {
        if (!parts.suppressions().nobody()) {
            return Optional.empty();
        }
        Set<String> needed = target.mapping().fields().values().stream()
                .flatMap(rule -> rule.from().stream())
                .collect(Collectors.toCollection(HashSet::new));
        if (terms.consent() != null) {
            needed.add(Permission.trait(terms));
        }
        return Optional.of(needed);
    }

    /** Where it leads to. */
    StreamName destination() {
        return target.name();
    }

    /**
     * From now on the staged people are only those who changed: who is absent stays as is; who left is staged with
     * {@code membership: left}.
     */
    public synchronized void changesOnly() {
        staged.changesOnly = true;
    }

    /**
     * Takes people who are to be at the destination.
     *
     * @param people profiles as {@code hub:segment} and {@code hub:profiles} deliver them: {@code profile_id} must be there
     * @throws SyncException when one has no {@code profile_id}
     */
    public synchronized void stage(List<Map<String, Object>> people) {
        Map<Long, Map<String, Object>> page = new LinkedHashMap<>();
        for (Map<String, Object> person : people) {
            long profile = profile(person);
            if (run.request().only().isEmpty() || run.request().only().contains(profile)) {
                page.put(profile, person);
            }
        }
        if (!page.isEmpty()) {
            compare(page);
        }
    }

    private long profile(Map<String, Object> person) {
        long profile = person.get("profile_id") instanceof String id ? ProfileId.number(id) : -1;
        if (profile < 0) {
            throw new SyncException("hub:push/" + target.name() + " was given something without a profile_id. It takes"
                    + " people as hub:segment and hub:profiles deliver them; keep profile_id in the steps between.");
        }
        return profile;
    }

    private void compare(Map<Long, Map<String, Object>> page) {
        Map<Long, LedgerRow> known = parts.ledger().rows(sync, page.keySet());
        List<ProfileRow> rows = new ArrayList<>();
        page.forEach((profile, person) -> rows.add(new ProfileRow(profile, person)));
        Set<Long> suppressed = parts.suppressions().suppressed(rows);
        Map<Long, String> doubts = certainty.doubts(page.keySet());
        List<Long> repeated = page.keySet().stream().filter(staged::met).toList();
        List<PlanRow> planned = new ArrayList<>();
        for (ProfileRow row : rows) {
            String refusal = Permission.refusal(terms, row, suppressed.contains(row.id()));
            planned.addAll(compare(row, known.get(row.id()), refusal, doubts.get(row.id())));
        }
        staged.planned(planned);
        known.values().stream().filter(row -> row.refused() != 0).forEach(row -> staged.opens(row.profile()));
        draft.add(repeated, planned);
    }

    private List<PlanRow> compare(ProfileRow person, LedgerRow known, String refusal, String doubt) {
        long profile = person.id();
        if ("left".equals(person.fields().get("membership"))) {
            staged.leaves(profile);
            return List.of();
        }
        if (refusal == null) {
            staged.stays(profile);
            if (doubt != null) {
                return List.of(difference.withheld(Desired.of(target, terms, profile, person.fields()), known, doubt));
            }
            Desired desired = Desired.of(target, terms, profile, person.fields());
            List<PlanRow> rows = difference.of(desired, known);
            staged.unchanged += rows.isEmpty() ? 1 : 0;
            return rows;
        }
        if (known != null && known.perhapsThere()) {
            staged.withdraws(profile, refusal);
            return difference.mayLeave(known)
                    ? List.of()
                    : List.of(difference.withheld(Desired.of(target, terms, profile, person.fields()), known, refusal));
        }
        staged.withdraws(profile, refusal);
        return List.of(difference.withheld(Desired.of(target, terms, profile, person.fields()), known, refusal));
    }

    /**
     * Everybody was staged: plans, and unless the plan is held or only asked for, delivers. Counts go to the run as they
     * become true.
     */
    public synchronized PushResult complete() {
        completed = true;
        draft.complete();
        Planner planner = new Planner(parts, run, target, options.guards(), terms, difference, staged);
        Planner.Decision decision = parts.transactions().lasting(() -> planner.decide(sync, plan));
        if (decision.status() != PlanStatus.SENDING) {
            return decision.result(plan);
        }
        try {
            PushResult result = delivery(asStored).deliver(sync, plan);
            if (asStored && !staged.changesOnly && run.request().only().isEmpty()) {
                parts.transactions().inOne(() -> knowledge.remember(staged.settled()));
            }
            return result;
        } catch (Delivery.ContentsLost lost) {
            long anew = parts.transactions().lasting(() -> new Renewal(parts, run, staged).plan(sync, plan, terms));
            // Not everybody whom the ledger has was looked at for this run.
            Delivery delivery = delivery(false);
            try {
                return delivery.deliver(sync, anew);
            } catch (Delivery.ContentsLost again) {
                return delivery.stop(
                        anew,
                        RunStatus.FAILED,
                        "\"" + target.name() + "\" lost its contents twice in one run: " + again.getMessage() + ".");
            }
        }
    }

    private Delivery delivery(boolean asStored) {
        return new Delivery(
                parts, run, target, operations, new Clearance(parts, run, terms, asStored), staged::confirmed);
    }

    /** Forgets what was staged, unless {@link #complete} was called. */
    @Override
    public synchronized void close() {
        draft.close();
        if (!completed) {
            completed = true;
            parts.transactions().inOne(() -> parts.plans().discard(plan));
        }
    }
}
