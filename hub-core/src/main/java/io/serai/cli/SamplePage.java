package io.serai.cli;

import io.serai.Accounts;
import io.serai.HubHome;
import io.serai.record.StreamName;
import io.serai.spi.Change;
import io.serai.spi.Connector;
import io.serai.spi.ConnectorException;
import io.serai.spi.Cursor;
import io.serai.spi.Source;
import io.serai.spi.Stream;
import java.util.List;

/**
 * The first page of a stream, read to look at it: nothing is stored and no checkpoint moves.
 *
 * @param records those that could be read, by key
 * @param problem why there are none; empty when all went well
 */
record SamplePage(List<Change.Upsert> records, String problem) {

    /** Reads it with the patience of somebody who waits. */
    static SamplePage read(HubHome home, StreamName name, Stream stream) {
        if (stream.read().isEmpty()) {
            return none("\"" + name + "\" can only be written.");
        }
        try (Accounts accounts = Accounts.tried(home)) {
            Connector connector = accounts.connections().connector(name.connection());
            List<Change.Upsert> records = ((Source) connector)
                    .read(stream, Cursor.START).changes().stream()
                            .filter(Change.Upsert.class::isInstance)
                            .map(Change.Upsert.class::cast)
                            .toList();
            return records.isEmpty()
                    ? none("There is no record in \"" + name + "\" yet.")
                    : new SamplePage(records, "");
        } catch (ConnectorException e) {
            return none(e.getMessage());
        } catch (RuntimeException | LinkageError bug) {
            return none("The connector fails while it reads, which is a bug of the connector: "
                    + bug.getClass().getSimpleName() + ".");
        }
    }

    static SamplePage none(String problem) {
        return new SamplePage(List.of(), problem);
    }
}
