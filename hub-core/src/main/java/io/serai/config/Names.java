package io.serai.config;

import java.util.regex.Pattern;

/** How people may name things, so that they can be written everywhere without quotes. */
final class Names {

    private static final Pattern TRAIT = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");
    private static final Pattern FILE = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*");

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
        if (name.equals("profile_id") || name.equals("created_at") || name.startsWith("source.")) {
            problems.error(entry.keyPosition(), "\"" + name + "\" is the hub's own.", "Choose another name.");
            return false;
        }
        return true;
    }
}
