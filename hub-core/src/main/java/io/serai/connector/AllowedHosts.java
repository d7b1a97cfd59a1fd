package io.serai.connector;

import io.serai.spi.ConnectorException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The hosts, with ports, that a connection may talk to. Loopback is allowed only when the connection's settings name it. */
final class AllowedHosts {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> origins = new TreeSet<>();

    /** @param urls complete URLs; their hosts are allowed */
    AllowedHosts(Collection<String> urls) {
        urls.forEach(url -> origins.add(origin(parse(url))));
    }

    /** Refuses a URL that leads elsewhere. */
    void check(String url) {
        URI uri = parse(url);
        if (!origins.contains(origin(uri))) {
            throw config("The host \"" + uri.getAuthority() + "\" is not one that this connector declares ("
                    + (origins.isEmpty() ? "it declares none" : String.join(", ", origins)) + ").");
        }
        if (!"https".equals(uri.getScheme()) && !loopback(uri)) {
            throw config("The address \"" + uri.getScheme() + "://" + uri.getAuthority()
                    + "\" is not encrypted: use https. Only this machine itself is reached by http.");
        }
    }

    private static boolean loopback(URI uri) {
        return LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
    }

    private static String origin(URI uri) {
        int port = uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return port == 443 ? host : host + ":" + port;
    }

    private static URI parse(String url) {
        try {
            URI uri = new URI(url);
            if (uri.getHost() == null
                    || uri.getUserInfo() != null
                    || !Set.of("http", "https").contains(uri.getScheme())) {
                throw config("An address must look like https://host/path, without a user name.");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw config("An address is not valid: " + e.getReason() + ".");
        }
    }

    private static ConnectorException config(String message) {
        return new ConnectorException(ConnectorException.Kind.CONFIG, message);
    }
}
