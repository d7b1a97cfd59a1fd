package io.serai.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settles who gets a match value that several people claim: who has it at the destination keeps it, else the lowest profile.
 * What somebody leaves behind goes to the person who answers to its match value now.
 */
final class Claims {

    private static final int PAGE = 2000;

    private final Pushes.Parts parts;
    private final PushTarget target;
    private final Difference difference;
    private final Staged staged;

    Claims(Pushes.Parts parts, PushTarget target, Difference difference, Staged staged) {
        this.parts = parts;
        this.target = target;
        this.difference = difference;
        this.staged = staged;
    }

    void settle(long sync, long plan) {
        List<PlanRow> page = parts.plans().claims(plan, -1, 0, PAGE);
        while (!page.isEmpty()) {
            settle(sync, plan, page);
            PlanRow last = page.get(page.size() - 1);
            page = parts.plans().claims(plan, last.phase(), last.profile(), PAGE);
        }
    }

    private void settle(long sync, long plan, List<PlanRow> page) {
        Set<String> matches = page.stream().map(PlanRow::match).collect(Collectors.toSet());
        Map<String, List<LedgerRow>> holders =
                parts.ledger().matching(sync, matches).stream().collect(Collectors.groupingBy(LedgerRow::match));
        Map<String, List<PlanRow>> rivals =
                parts.plans().wanting(plan, matches).stream().collect(Collectors.groupingBy(PlanRow::match));
        for (PlanRow claim : page) {
            settle(
                    sync,
                    plan,
                    claim,
                    holders.getOrDefault(claim.match(), List.of()),
                    rivals.getOrDefault(claim.match(), List.of()));
        }
    }

    private void settle(long sync, long plan, PlanRow claim, List<LedgerRow> holders, List<PlanRow> rivals) {
        for (LedgerRow holder : holders) {
            if (holder.profile() != claim.profile() && staged.stayed(holder.profile()) && keeps(plan, holder)) {
                hold(plan, claim);
                return;
            }
        }
        if (rivals.stream()
                .anyMatch(rival -> rival.profile() < claim.profile() && rival.state() == PlanRow.State.DUE)) {
            hold(plan, claim);
            return;
        }
        holders.stream()
                .filter(holder -> holder.profile() != claim.profile() && staged.gone(holder.profile()))
                .findFirst()
                .ifPresent(holder -> takeOver(sync, plan, claim, holder));
    }

    private boolean keeps(long plan, LedgerRow holder) {
        return parts.plans().of(plan, List.of(holder.profile())).stream()
                .allMatch(row -> row.state() == PlanRow.State.HELD
                        || holder.match().equals(row.match()) && !row.op().leaving());
    }

    private void hold(long plan, PlanRow claim) {
        List<PlanRow> rows = new ArrayList<>();
        rows.add(claim.held("another person has the same " + target.mapping().match()));
        parts.plans().replace(plan, List.of(claim.profile()), rows);
    }

    private void takeOver(long sync, long plan, PlanRow claim, LedgerRow holder) {
        Survivors.exchange(parts.ledger(), sync, claim.profile(), holder.profile());
        LedgerRow known = parts.ledger().rows(sync, List.of(claim.profile())).get(claim.profile());
        Desired desired = new Desired(claim.profile(), claim.match(), claim.fields(), claim.hash(), null);
        List<PlanRow> rows = difference.of(desired, known);
        staged.unchanged += rows.isEmpty() ? 1 : 0;
        parts.plans().replace(plan, List.of(claim.profile()), rows);
    }
}
