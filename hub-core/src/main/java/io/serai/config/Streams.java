package io.serai.config;

import io.serai.record.StreamName;
import io.serai.spi.Stream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The streams of a home's connections, as far as they are known without connecting. */
final class Streams {

    private final Set<String> connections;
    private final Map<String, List<Stream>> known = new HashMap<>();
    private final Problems problems;

    /** @param connections the names of all connections, right or wrong */
    Streams(Set<String> connections, Problems problems) {
        this.connections = connections;
        this.problems = problems;
    }

    void add(String connection, List<Stream> streams) {
        known.put(connection, streams);
    }

    /** Whether anything lies behind the name; if not, says so. */
    boolean connection(String name, Position position) {
        if (!connections.contains(name)) {
            problems.error(
                    position,
                    "\"" + name + "\" is not a connection.",
                    Suggestion.nearest(name, connections)
                            .map(near -> "Did you mean \"" + near + "\"?")
                            .orElse("Write config/connections/" + name + ".yaml."));
            return false;
        }
        return true;
    }

    /** A mapping's stream: it must be there, and find people by what the mapping matches. */
    void mapped(StreamUse use) {
        if (!use.writes() && isNobodys(use)) {
            return;
        }
        find(use).flatMap(Stream::match).ifPresent(by -> {
            if (use.match().isPresent() && !use.match().get().text().equals(by)) {
                YamlScalar match = use.match().get();
                problems.error(
                        match.position(),
                        "The stream \"" + use.stream() + "\" finds people by \"" + by + "\", not by " + match.shown()
                                + ".",
                        "Write match: " + by + ", and send that field.");
            }
        });
    }

    /** Records that other components deliver, such as a message queue, come from a source that is no connection. */
    private boolean isNobodys(StreamUse use) {
        String name = use.stream().connection();
        if (connections.contains(name) || Suggestion.nearest(name, connections).isPresent()) {
            return false;
        }
        problems.warning(
                use.position(),
                "\"" + name + "\" is not a connection.",
                "That is right for records that a route brings from another component; to pull them, write config/connections/"
                        + name + ".yaml.");
        return true;
    }

    /** The stream; empty, and reported, when there is none of that name or it cannot be used so; empty when nobody knows. */
    Optional<Stream> find(StreamUse use) {
        StreamName name = use.stream();
        if (!connection(name.connection(), use.position()) || !known.containsKey(name.connection())) {
            return Optional.empty();
        }
        List<Stream> streams = known.get(name.connection());
        Optional<Stream> stream = streams.stream()
                .filter(candidate -> candidate.name().equals(name.stream()))
                .findFirst();
        if (stream.isEmpty()) {
            problems.error(
                    use.place(),
                    "\"" + name.stream() + "\" is not a stream of the connection \"" + name.connection() + "\".",
                    Suggestion.hint(
                            name.stream(), streams.stream().map(Stream::name).toList()));
            return stream;
        }
        if (use.writes() && stream.get().operations().isEmpty()) {
            problems.error(use.position(), "The stream \"" + name + "\" can only be read.");
            return Optional.empty();
        }
        if (!use.writes() && stream.get().read().isEmpty()) {
            problems.error(use.position(), "The stream \"" + name + "\" can only be written.");
            return Optional.empty();
        }
        return stream;
    }
}
