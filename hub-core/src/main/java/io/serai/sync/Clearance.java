package io.serai.sync;

import io.serai.profile.ProfileRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Decides at the moment of sending who of a batch may go. */
final class Clearance {

    private final Pushes.Parts parts;
    private final Run run;
    private final PlanTerms terms;
    private final boolean asStored;

    /** @param asStored whether the plan was made of people as the store had them, so that their permission was the store's */
    Clearance(Pushes.Parts parts, Run run, PlanTerms terms, boolean asStored) {
        this.parts = parts;
        this.run = run;
        this.terms = terms;
        this.asStored = asStored;
    }

    /** Those who may be sent now; the others are deferred or held with the reason, and counted. */
    List<PlanRow> of(long plan, List<PlanRow> rows) {
        return allowed(plan, unhindered(plan, rows));
    }

    /** Those for whom room was made; the others wait, so that no later removal can hit what they would write. */
    private List<PlanRow> unhindered(long plan, List<PlanRow> rows) {
        List<PlanRow> coming = rows.stream().filter(row -> !row.op().leaving()).toList();
        if (coming.isEmpty()) {
            return rows;
        }
        List<PlanRow> inTheWay = parts.plans()
                .inTheWay(
                        plan,
                        coming.stream().map(PlanRow::profile).toList(),
                        coming.stream().map(PlanRow::match).toList());
        if (inTheWay.isEmpty()) {
            return rows;
        }
        Set<Long> people = inTheWay.stream().map(PlanRow::profile).collect(Collectors.toSet());
        Set<String> matches = inTheWay.stream().map(PlanRow::match).collect(Collectors.toSet());
        List<PlanRow> waiting = coming.stream()
                .filter(row -> people.contains(row.profile()) || matches.contains(row.match()))
                .toList();
        parts.transactions().inOne(() -> {
            parts.plans()
                    .update(
                            plan,
                            waiting.stream()
                                    .map(row -> row.in(PlanRow.State.DEFERRED, "the former match value is still there"))
                                    .toList());
            run.add(Counts.ofPush(0, 0, 0, waiting.size(), 0));
        });
        return rows.stream().filter(row -> !waiting.contains(row)).toList();
    }

    /** Those who may still be sent, as the store knows them now; the others are held back. */
    private List<PlanRow> allowed(long plan, List<PlanRow> rows) {
        boolean nobodyErased = parts.suppressions().nobody();
        List<PlanRow> asked = asStored && nobodyErased && terms.minCertainty() == 0 ? touched(plan, rows) : rows;
        Set<PlanRow> refused = refused(plan, asked, nobodyErased);
        return refused.isEmpty()
                ? rows
                : rows.stream().filter(row -> !refused.contains(row)).toList();
    }

    /** Whoever was not touched since the plan was made is allowed what was allowed then. */
    private List<PlanRow> touched(long plan, List<PlanRow> rows) {
        return parts.profiles()
                .touchedAfter(parts.plans().version(plan), rows.size())
                .map(touched -> rows.stream()
                        .filter(row -> touched.contains(row.profile()))
                        .toList())
                .orElse(rows);
    }

    private Set<PlanRow> refused(long plan, List<PlanRow> rows, boolean nobodyErased) {
        List<Long> people = rows.stream()
                .filter(row -> !row.op().leaving())
                .map(PlanRow::profile)
                .toList();
        if (people.isEmpty()) {
            return Set.of();
        }
        List<ProfileRow> now = nobodyErased
                ? parts.profiles().byId(people, Permission.trait(terms))
                : parts.profiles().byId(people);
        Map<Long, ProfileRow> current = now.stream().collect(Collectors.toMap(ProfileRow::id, Function.identity()));
        Set<Long> suppressed = nobodyErased ? Set.of() : parts.suppressions().suppressed(now);
        Map<Long, String> doubts = new Certainty(parts, terms).doubts(people);
        Set<PlanRow> refused = Collections.newSetFromMap(new IdentityHashMap<>());
        List<PlanRow> held = new ArrayList<>();
        for (PlanRow row : rows) {
            String refusal = refusal(row, current.get(row.profile()), suppressed, doubts);
            if (refusal != null) {
                refused.add(row);
                held.add(row.held(refusal));
            }
        }
        if (!held.isEmpty()) {
            parts.transactions().inOne(() -> {
                parts.plans().update(plan, held);
                run.add(Counts.ofPush(0, 0, 0, 0, held.size()));
            });
        }
        return refused;
    }

    private String refusal(PlanRow row, ProfileRow now, Set<Long> suppressed, Map<Long, String> doubts) {
        if (row.op().leaving()) {
            return null;
        }
        if (now == null) {
            return "the person is not there any more: merged or erased since the plan";
        }
        String refusal = Permission.refusal(terms, now, suppressed.contains(row.profile()));
        return refusal == null ? doubts.get(row.profile()) : refusal;
    }
}
