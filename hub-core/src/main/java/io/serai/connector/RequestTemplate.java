package io.serai.connector;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A request with holes.
 *
 * @param method upper case
 * @param path appended to the base
 * @param query parameters; one without a value is left out
 * @param headers by name; one without a value is left out
 * @param body sent as JSON
 */
public record RequestTemplate(
        String method,
        Template path,
        Map<String, Template> query,
        Map<String, Template> headers,
        Optional<Template> body) {

    public RequestTemplate {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        headers = Map.copyOf(headers);
    }

    /** The placeholders that end up in the URL. */
    public Set<String> inUrl() {
        Set<String> names = new TreeSet<>(path.placeholders());
        query.values().forEach(template -> names.addAll(template.placeholders()));
        return names;
    }

    /** Every placeholder. */
    public Set<String> placeholders() {
        Set<String> names = inUrl();
        headers.values().forEach(template -> names.addAll(template.placeholders()));
        body.ifPresent(template -> names.addAll(template.placeholders()));
        return names;
    }
}
