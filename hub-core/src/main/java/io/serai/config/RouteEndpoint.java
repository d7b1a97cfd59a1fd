package io.serai.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An endpoint in a route.
 *
 * @param step the EIP that names it: {@code from}, {@code to}, {@code wireTap}, {@code enrich}, …
 * @param position where the URI stands
 * @param uri without the query; placeholders as written
 * @param parameters of the query and of {@code parameters:} together, by name
 */
public record RouteEndpoint(String step, Position position, String uri, Map<String, Parameter> parameters) {

    /**
     * One parameter.
     *
     * @param key where its name stands
     * @param place where its value stands
     * @param text its value as written
     */
    public record Parameter(Position key, Position place, String text) {}

    /** The word before the first colon. */
    public String scheme() {
        int colon = uri.indexOf(':');
        return colon < 0 ? uri : uri.substring(0, colon);
    }

    /** What follows the scheme, in parts between slashes: {@code pull, shop, customers}. */
    public List<String> parts() {
        int colon = uri.indexOf(':');
        String path = uri.substring(colon + 1).replaceFirst("^/+", "");
        return List.of(path.split("/", -1));
    }

    /** Whether it is {@code hub:KIND/…}. */
    public boolean isHub(String kind) {
        return scheme().equals("hub") && parts().get(0).equals(kind);
    }

    /** The value of a parameter. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).map(Parameter::text);
    }
}
