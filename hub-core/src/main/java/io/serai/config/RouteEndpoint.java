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
 * @param inset how many columns after the position the URI starts; less than 0 when that is not known
 */
public record RouteEndpoint(String step, Position position, String uri, Map<String, Parameter> parameters, int inset) {

    /**
     * One parameter.
     *
     * @param key where its name stands
     * @param place where its value stands
     * @param text its value as written
     * @param inset how many columns after the place the text starts; less than 0 when that is not known
     */
    public record Parameter(Position key, Position place, String text, int inset) {

        /** Where a character of the value stands. */
        Position at(int index) {
            return inset < 0
                    ? place
                    : new Position(
                            place.file(),
                            place.line(),
                            place.column() + inset + text.codePointCount(0, Math.min(index, text.length())));
        }

        /** Whether a message, the environment or the registry fills the value in, so that it cannot be looked at here. */
        boolean isOpen() {
            return text.contains("${") || text.contains("{{") || text.startsWith("#") || text.startsWith("RAW");
        }
    }

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

    /** Where one of the {@link #parts} stands; the URI's own place when that is not known. */
    Position partAt(int index) {
        int colon = uri.indexOf(':');
        if (inset < 0 || colon < 0) {
            return position;
        }
        int at = colon + 1;
        while (at < uri.length() && uri.charAt(at) == '/') {
            at++;
        }
        for (int part = 0; part < index; part++) {
            at = uri.indexOf('/', at) + 1;
        }
        return new Position(position.file(), position.line(), position.column() + inset + uri.codePointCount(0, at));
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
