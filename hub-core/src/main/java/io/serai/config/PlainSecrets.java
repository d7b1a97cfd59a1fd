package io.serai.config;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Warns of secrets that stand in the file of a connection instead of outside. */
final class PlainSecrets {

    /** The password of an address: {@code //user:password@host}, {@code ?password=…}. A placeholder is none. */
    static final Pattern IN_ADDRESS = Pattern.compile(
            "//[^/?#@\\s:]*:(?<user>[^/@\\s{}]+)@|[?&;](?:password|passphrase)=(?:RAW\\()?(?<option>[^&;\\s\"'{}()]+)",
            Pattern.CASE_INSENSITIVE);

    private final Problems problems;

    PlainSecrets(Problems problems) {
        this.problems = problems;
    }

    /**
     * Looks through a connection.
     *
     * @param secrets the settings that its connector declares secret
     */
    void check(String connection, YamlNode root, Set<String> secrets) {
        if (root instanceof YamlMap file && file.get("settings").orElse(null) instanceof YamlMap settings) {
            for (YamlEntry entry : settings.entries()) {
                if (secrets.contains(entry.key())) {
                    secret(connection, entry);
                } else if (entry.value() instanceof YamlScalar scalar) {
                    address(connection, entry.key(), scalar);
                }
            }
        }
    }

    private void secret(String connection, YamlEntry entry) {
        boolean outside = entry.value() instanceof YamlScalar scalar
                && (scalar.isNull() || scalar.written().contains("{{"));
        if (!outside) {
            problems.warning(
                    entry.value().position(),
                    "The secret \"" + entry.key() + "\" stands in the file.",
                    "Keep it outside: " + entry.key() + ": \"" + variable(connection, entry.key()) + "\".");
        }
    }

    private void address(String connection, String key, YamlScalar scalar) {
        Matcher password = IN_ADDRESS.matcher(scalar.written());
        if (password.find()) {
            int start = Math.max(password.start("user"), password.start("option"));
            problems.warning(
                    scalar.at(start),
                    "A password stands in \"" + key + "\".",
                    "Keep it outside: write " + variable(connection, "password") + " in its place, in quotes.");
        }
    }

    private static String variable(String connection, String setting) {
        String name = (connection + "_" + setting).replace('-', '_').toUpperCase(Locale.ROOT);
        return "{{env:" + name + "}}";
    }
}
