package io.serai.connector;

import java.util.List;
import java.util.Optional;

/**
 * What a stream needs of its account.
 *
 * @param toRead the scopes of which any one lets it be read; empty when none is needed
 * @param toWrite the scopes of which any one lets it be written
 * @param fields where the system lists the fields that the stream itself does not declare
 */
public record Needs(List<String> toRead, List<String> toWrite, Optional<Inventory> fields) {

    public Needs {
        toRead = List.copyOf(toRead);
        toWrite = List.copyOf(toWrite);
    }
}
