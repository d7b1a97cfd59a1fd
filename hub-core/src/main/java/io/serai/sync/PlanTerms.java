package io.serai.sync;

/**
 * What a plan must remember to be delivered later as it was reviewed.
 *
 * @param mapping the name of the mapping
 * @param consent the channel that must be granted; null for none
 * @param tag the tag of those who are there; null for none
 * @param minCertainty how certain the weakest link of a person must be; 0 when it does not matter
 */
public record PlanTerms(String mapping, Mode mode, OnLeave onLeave, String consent, String tag, double minCertainty) {

    static PlanTerms of(PushTarget target, PushOptions options) {
        String consent = options.consent().or(() -> target.stream().consent()).orElse("none");
        return new PlanTerms(
                target.mapping().name(),
                options.mode(),
                options.onLeave(),
                consent.equals("none") ? null : consent,
                options.tag().orElse(null),
                options.minCertainty());
    }
}
