package io.serai.sync;

import io.serai.profile.Profiles;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Whether it is certain enough for a push that its people are who they seem to be. */
final class Certainty {

    private final Profiles profiles;
    private final double wanted;

    Certainty(Profiles profiles, PlanTerms terms) {
        this.profiles = profiles;
        this.wanted = terms.minCertainty();
    }

    /** Those of these people whose records may not all be of one person, each with the reason. */
    Map<Long, String> doubts(Collection<Long> people) {
        if (wanted <= 0 || people.isEmpty()) {
            return Map.of();
        }
        Map<Long, String> doubts = new HashMap<>();
        profiles.certainties(people).forEach((profile, certainty) -> {
            if (certainty < wanted) {
                doubts.put(profile, sentence(certainty));
            }
        });
        return doubts;
    }

    /** Rounded down, so that what is not enough never reads as if it were. */
    private String sentence(double certainty) {
        BigDecimal asked = BigDecimal.valueOf(wanted).stripTrailingZeros();
        BigDecimal found = BigDecimal.valueOf(certainty).setScale(Math.max(3, asked.scale()), RoundingMode.DOWN);
        return "its weakest link has certainty " + found.toPlainString() + "; this push asks for "
                + asked.toPlainString();
    }
}
