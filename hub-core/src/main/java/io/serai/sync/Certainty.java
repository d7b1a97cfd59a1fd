package io.serai.sync;

import io.serai.profile.Profiles;
import io.serai.profile.WeakestLinks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Whether it is certain enough for a push that its people are who they seem to be. */
final class Certainty {

    /** To name a link costs a look at all records of a person: whoever holds back more people reads the first ones. */
    private static final int MOST_NAMED = 1000;

    private final Profiles profiles;
    private final WeakestLinks links;
    private final double wanted;
    private int named;

    Certainty(Pushes.Parts parts, PlanTerms terms) {
        this.profiles = parts.profiles();
        this.links = parts.weakestLinks();
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
                doubts.put(profile, sentence(profile, certainty));
            }
        });
        return doubts;
    }

    /** Rounded down, so that what is not enough never reads as if it were. */
    private String sentence(long profile, double certainty) {
        BigDecimal asked = BigDecimal.valueOf(wanted).stripTrailingZeros();
        BigDecimal found = BigDecimal.valueOf(certainty).setScale(Math.max(3, asked.scale()), RoundingMode.DOWN);
        String link = named++ < MOST_NAMED
                ? links.of(profile).map(pair -> ", between " + pair + ",").orElse("")
                : "";
        return "its weakest link" + link + " has certainty " + found.toPlainString() + "; this push asks for "
                + asked.toPlainString();
    }
}
