package io.serai.sync;

import io.serai.profile.ProfileRow;

/** Whether a person may be sent. */
final class Permission {

    private Permission() {}

    /** Why not; null when the person may be sent. */
    static String refusal(PlanTerms terms, ProfileRow person, boolean suppressed) {
        if (suppressed) {
            return "the person was erased";
        }
        if (terms.consent() == null) {
            return null;
        }
        Object consent = person.fields().get("consent." + terms.consent());
        if ("granted".equals(consent)) {
            return null;
        }
        return "consent for " + terms.consent() + " is " + ("denied".equals(consent) ? "denied" : "not known");
    }
}
