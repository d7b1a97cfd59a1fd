package io.serai.connector;

import io.serai.spi.ConnectorException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills addresses so that a setting meant for a part of the host's name cannot name another host. */
final class Addresses {

    private static final Pattern HOST = Pattern.compile("https?://([^/]*).*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.:-]+");

    private Addresses() {}

    /** The text of a template, complete; null when a setting is missing. */
    static String of(Template template, Scope scope) {
        Matcher host = HOST.matcher(template.toString());
        if (host.matches()) {
            String name = Template.of(host.group(1)).text(scope);
            if (name != null && !NAME.matcher(name).matches()) {
                throw new ConnectorException(
                        ConnectorException.Kind.CONFIG,
                        "The settings do not make an address: " + host.group(1)
                                + " takes letters, digits and dashes only, without https:// or slashes.");
            }
        }
        return template.text(scope);
    }
}
