package io.serai;

import io.serai.profile.Rederived;
import io.serai.segment.Refreshed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of everybody when what was kept was read again under another configuration.
 *
 * @param derived profiles
 * @param memberships those that changed, by segment
 */
public record Reread(Rederived derived, Map<String, Refreshed> memberships) {

    static final Reread NOTHING = new Reread(Rederived.NOTHING, Map.of());

    /** Whether anything was read again or changed. */
    public boolean happened() {
        return !derived.equals(Rederived.NOTHING) || !memberships.isEmpty();
    }

    /** One line for people. */
    public String text() {
        List<String> parts = new ArrayList<>();
        parts.add(many(derived.people(), "profile") + " changed");
        if (derived.merged() > 0) {
            parts.add(many(derived.merged(), "profile") + " merged into others");
        }
        if (derived.split() > 0) {
            parts.add(many(derived.split(), "profile") + " came apart");
        }
        long moved = memberships.values().stream()
                .mapToLong(one -> one.entered() + one.left())
                .sum();
        parts.add(many(moved, "membership") + " changed" + (moved == 0 ? "" : ": " + segments()));
        String read = derived.records() == 0 ? "" : " " + many(derived.records(), "record") + " read again:";
        return "The configuration means something else than before." + read + " " + String.join(", ", parts) + ".";
    }

    private String segments() {
        return memberships.entrySet().stream()
                .map(one -> one.getKey()
                        + (one.getValue().entered() > 0
                                ? " +" + number(one.getValue().entered())
                                : "")
                        + (one.getValue().left() > 0
                                ? " -" + number(one.getValue().left())
                                : ""))
                .collect(Collectors.joining(", "));
    }

    private static String many(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
