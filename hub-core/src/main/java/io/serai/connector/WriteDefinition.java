package io.serai.connector;

import java.util.List;
import java.util.Optional;

/**
 * How one operation is written.
 *
 * @param request one batch; without {@code {rows}} in it, a request is sent for each row
 * @param row what one row looks like
 * @param batch the most rows in one request
 * @param results where the answer speaks of rows; empty when its status speaks of all of them
 * @param existsStatus the status that says that the object of a single row exists already
 */
public record WriteDefinition(
        RequestTemplate request,
        Optional<Template> row,
        int batch,
        List<ResultDefinition> results,
        Optional<Integer> existsStatus) {

    public WriteDefinition {
        results = List.copyOf(results);
    }

    /** Whether one request carries several rows. */
    public boolean batched() {
        return request.placeholders().stream().anyMatch(name -> name.equals("rows") || name.startsWith("rows."));
    }

    /** Whether a row cannot be written without the id that the destination gave it. */
    public boolean needsRemoteId() {
        return request.placeholders().contains("remote_id")
                || row.map(template -> template.placeholders().contains("remote_id"))
                        .orElse(false);
    }
}
