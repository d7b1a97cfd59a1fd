package io.serai.cli;

import io.serai.HubHome;
import io.serai.config.ConnectionSettings;
import io.serai.config.Problem;
import io.serai.record.StreamName;
import io.serai.spi.Stream;
import java.util.List;
import java.util.Map;

/**
 * A stream that was named on the command line. The home may have mistakes elsewhere.
 *
 * @param name as it was named
 * @param stream what its connector declares of it
 * @param mistakes what is wrong with the connection's file: its account cannot be asked then
 */
record NamedStream(StreamName name, Stream stream, List<Problem> mistakes) {

    /**
     * @throws Refusal when there is none of that name
     */
    static NamedStream of(HubHome home, String written) {
        StreamName name;
        try {
            name = StreamName.parse(written);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage("\"" + written + "\" is no stream: write CONNECTION/STREAM, such as shop/customers.");
        }
        Map<String, ConnectionSettings> connections = home.checked().config().connections();
        ConnectionSettings connection = connections.get(name.connection());
        if (connection == null) {
            throw Refusal.unknown("connection", name.connection(), connections.keySet());
        }
        List<Problem> mistakes = home.checked().problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .filter(problem -> problem.position().file().equals(connection.file()))
                .toList();
        List<Stream> streams = home.declared(connection);
        Stream stream = streams.stream()
                .filter(each -> each.name().equals(name.stream()))
                .findFirst()
                .orElseThrow(() -> unknown(home, name, streams, mistakes));
        return new NamedStream(name, stream, mistakes);
    }

    private static Refusal unknown(HubHome home, StreamName name, List<Stream> streams, List<Problem> mistakes) {
        if (streams.isEmpty() && !mistakes.isEmpty()) {
            return Refusal.usage(home.text(mistakes.get(0)));
        }
        return Refusal.unknown(
                "stream",
                name.toString(),
                streams.stream()
                        .map(stream -> name.connection() + "/" + stream.name())
                        .toList());
    }
}
