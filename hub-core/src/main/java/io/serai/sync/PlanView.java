package io.serai.sync;

import io.serai.record.StreamName;
import java.time.Instant;

/**
 * A plan as it stands in the store; its rows come by {@link PlanStore#rows}.
 *
 * @param mapping the name of its mapping
 * @param reason why it is held; null otherwise
 * @param held people who are held back whatever happens to the plan
 */
public record PlanView(
        long id,
        long run,
        String route,
        StreamName destination,
        String mapping,
        PlanStatus status,
        String reason,
        Instant created,
        long adds,
        long changes,
        long removals,
        long held,
        long unchanged) {}
