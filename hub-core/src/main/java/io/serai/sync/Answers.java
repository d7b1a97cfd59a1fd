package io.serai.sync;

import io.serai.spi.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds a connector to its promise: exactly one outcome per mutation. */
final class Answers {

    private Answers() {}

    /**
     * @param asked the ids of the mutations
     * @return an outcome for each of them, but for those that the connector did not speak of
     * @throws SyncException when it answered twice, or something that was not asked
     */
    static Map<String, Outcome> of(String connection, Set<String> asked, List<Outcome> outcomes) {
        Map<String, Outcome> answers = new HashMap<>();
        for (Outcome outcome : outcomes) {
            if (outcome == null || !asked.contains(outcome.id())) {
                throw broken(connection, "answered for something that it was not asked");
            }
            if (answers.put(outcome.id(), outcome) != null) {
                throw broken(connection, "answered twice for one person");
            }
        }
        return answers;
    }

    private static SyncException broken(String connection, String what) {
        return new SyncException("The connector of \"" + connection + "\" " + what
                + "; this is a bug of the connector, tell its author. The batch stays due and is sent again.");
    }
}
