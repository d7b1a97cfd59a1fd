package io.serai.sync;

import java.util.Map;

/**
 * What a plan does about one person.
 *
 * @param phase the order of delivery: 0 who leaves, 1 who gets another match value, 2 the rest
 * @param profile the person's number
 * @param match the value by which the destination finds the person; null when there is none
 * @param remoteId the destination's id; null when it gave none
 * @param hash of what is asked: refused once, it is not asked again
 * @param base when the ledger's row that this row is compared with was confirmed; 0 for none
 * @param fields what the destination is to hold; empty for those who leave
 * @param previous what it holds; empty when nothing
 * @param state how it stands
 * @param reason why it is held, refused or deferred; null otherwise
 */
public record PlanRow(
        int phase,
        long profile,
        PlanOp op,
        String match,
        String remoteId,
        long hash,
        long base,
        Map<String, Object> fields,
        Map<String, Object> previous,
        State state,
        String reason) {

    /** How a row stands. */
    public enum State {
        DUE,
        SENT,
        /** Forgotten, without anything being sent. */
        RELEASED,
        REJECTED,
        DEFERRED,
        HELD,
        /** A staged sink took it; it counts when the sink has committed. */
        TAKEN,
        /** A staged sink refused it; it counts when the sink has committed. */
        REFUSED;

        private static final State[] ALL = values();

        private final String text = name().toLowerCase(java.util.Locale.ROOT);

        /** The one that {@link #text} gave a text for. */
        public static State of(String text) {
            for (State state : ALL) {
                if (state.text.equals(text)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("A row of a plan does not stand as \"" + text + "\".");
        }

        /** As people and the store read it. */
        public String text() {
            return text;
        }
    }

    PlanRow held(String why) {
        return in(State.HELD, why);
    }

    PlanRow in(State next, String why) {
        return new PlanRow(phase, profile, op, match, remoteId, hash, base, fields, previous, next, why);
    }

    PlanRow withRemoteId(String id) {
        return new PlanRow(phase, profile, op, match, id, hash, base, fields, previous, state, reason);
    }

    /** The same, as if the destination had nothing of the person. */
    PlanRow anew() {
        return new PlanRow(2, profile, PlanOp.ADD, match, null, hash, base, fields, Map.of(), State.DUE, null);
    }
}
