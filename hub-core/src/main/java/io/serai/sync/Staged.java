package io.serai.sync;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who was staged, and how. */
final class Staged {

    private final ProfileSet stay = new ProfileSet();
    private final ProfileSet withdrawn = new ProfileSet();
    private final ProfileSet left = new ProfileSet();
    private final Map<String, ProfileSet> reasons = new HashMap<>();
    private final MatchValues claimed = new MatchValues();
    /** Who may lack something at the destination: whoever has a row of the plan, until it was confirmed, and who was refused. */
    private final ProfileSet open = new ProfileSet();

    boolean changesOnly;
    long unchanged;

    boolean met(long profile) {
        return stay.contains(profile) || withdrawn.contains(profile) || left.contains(profile);
    }

    void stays(long profile) {
        withdrawn.remove(profile);
        left.remove(profile);
        stay.add(profile);
    }

    void leaves(long profile) {
        stay.remove(profile);
        withdrawn.remove(profile);
        left.add(profile);
    }

    void withdraws(long profile, String reason) {
        stay.remove(profile);
        left.remove(profile);
        withdrawn.add(profile);
        reasons.computeIfAbsent(reason, any -> new ProfileSet()).add(profile);
    }

    /** These stay, and the destination lacks nothing of them. */
    void passOver(BitSet people) {
        stay.addAll(people);
        unchanged += people.cardinality();
    }

    void opens(long profile) {
        open.add(profile);
    }

    /** The destination has of the person what it should. */
    synchronized void confirmed(long profile) {
        open.remove(profile);
    }

    /** Who stays, and lacks nothing at the destination. */
    synchronized BitSet settled() {
        return ProfileSet.outside(stay.all(), open);
    }

    /** The plan has these rows. */
    void planned(List<PlanRow> rows) {
        for (PlanRow row : rows) {
            open.add(row.profile());
            if (row.match() != null) {
                claimed.add(row.match());
            }
        }
    }

    /** Whether two rows of the plan may be about one match value. */
    boolean contested() {
        return claimed.repeated();
    }

    boolean stayed(long profile) {
        return stay.contains(profile);
    }

    boolean nobody() {
        return stay.isEmpty();
    }

    /** Those of the ledger who are not to be there any more. */
    BitSet gone(BitSet listed) {
        BitSet gone = ProfileSet.outside(listed, stay);
        if (changesOnly) {
            gone.andNot(ProfileSet.outside(listed, left, withdrawn));
        }
        return gone;
    }

    /** Whether a person of the ledger is not to be there any more. */
    boolean gone(long profile) {
        if (stay.contains(profile)) {
            return false;
        }
        return !changesOnly || left.contains(profile) || withdrawn.contains(profile);
    }

    /** Why the person withdrew; null for one who just left. */
    String reason(long profile) {
        if (!withdrawn.contains(profile)) {
            return null;
        }
        return reasons.entrySet().stream()
                .filter(entry -> entry.getValue().contains(profile))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
