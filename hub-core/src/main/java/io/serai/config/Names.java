package io.serai.config;

import io.serai.profile.Households;
import java.util.Set;
import java.util.regex.Pattern;

/** How people may name things, so that they can be written everywhere without quotes. */
final class Names {

    private static final Pattern TRAIT = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");
    private static final Pattern FILE = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*");

    private static final Set<String> OWN = Set.of("profile_id", "created_at", Households.ID, Households.SIZE);

    private Names() {}

    static boolean isFileName(String name) {
        return FILE.matcher(name).matches();
    }

    /** Whether a trait or identifier may be called so; if not, says why. */
    static boolean isTrait(YamlEntry entry, Problems problems) {
        String name = entry.key();
        if (!TRAIT.matcher(name).matches()) {
            problems.error(
                    entry.keyPosition(),
                    "\"" + name + "\" cannot be the name of a trait.",
                    "Use letters, digits and _, starting with a letter.");
            return false;
        }
        if (OWN.contains(name) || name.startsWith("source.")) {
            problems.error(entry.keyPosition(), "\"" + name + "\" is the hub's own.", "Choose another name.");
            return false;
        }
        return true;
    }
}
