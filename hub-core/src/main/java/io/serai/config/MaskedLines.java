package io.serai.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a connection's file, with stars where secrets stand, also when the file is no YAML. Each keeps its length. */
final class MaskedLines {

    private static final Pattern KEY = Pattern.compile("([\"']?)([A-Za-z][\\w-]*)\\1\\s*:(?=\\s|$)\\s*");

    private final Set<String> secrets;
    private final List<String> masked = new ArrayList<>();
    private int below = -1;

    private MaskedLines(Set<String> secrets) {
        this.secrets = secrets;
    }

    /** @param secrets the names of settings whose values nobody may see */
    static List<String> of(List<String> lines, Set<String> secrets) {
        MaskedLines reader = new MaskedLines(secrets);
        lines.forEach(reader::line);
        return reader.masked;
    }

    private void line(String line) {
        int indent = line.length() - line.stripLeading().length();
        boolean inside = below >= 0 && (line.isBlank() || indent > below);
        if (inside) {
            masked.add(stars(line, indent, line.length()));
            return;
        }
        below = -1;
        masked.add(addresses(values(line)));
    }

    private String values(String line) {
        String shown = line;
        Matcher key = KEY.matcher(line);
        int from = 0;
        while (key.find(from)) {
            from = key.end();
            if (isSecret(key.group(2))) {
                int end = end(line, from);
                String value = line.substring(from, end);
                boolean outside = value.contains("{{");
                below = outside || line.substring(0, key.start()).contains("{") ? -1 : key.start();
                shown = outside ? shown : stars(shown, from, end);
                from = end;
            }
        }
        return shown;
    }

    private boolean isSecret(String key) {
        return secrets.contains(key) || Suggestion.nearest(key, secrets).isPresent();
    }

    /** A value in a flow ends at a comma or brace, one in quotes behind them; any other takes the line. */
    private static int end(String line, int start) {
        char first = start < line.length() ? line.charAt(start) : ' ';
        if (first == '"' || first == '\'') {
            int close = line.indexOf(first, start + 1);
            return close < 0 || first == '"' && line.charAt(close - 1) == '\\' ? line.length() : close + 1;
        }
        boolean flow = line.substring(0, start).contains("{");
        int end = start;
        while (end < line.length() && !(flow && ",}".indexOf(line.charAt(end)) >= 0 && !isOpen(line, start, end))) {
            end++;
        }
        return end;
    }

    private static boolean isOpen(String line, int start, int end) {
        String value = line.substring(start, end);
        return value.lastIndexOf("{{") > value.lastIndexOf("}}") || value.endsWith("}") && value.contains("{{");
    }

    private static String addresses(String line) {
        String shown = line;
        Matcher password = PlainSecrets.IN_ADDRESS.matcher(line);
        while (password.find()) {
            String group = password.start("user") >= 0 ? "user" : "option";
            shown = stars(shown, password.start(group), password.end(group));
        }
        return shown;
    }

    private static String stars(String line, int start, int end) {
        return line.substring(0, start) + "*".repeat(end - start) + line.substring(end);
    }
}
