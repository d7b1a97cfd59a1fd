package io.serai.connectors.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folder of a connection, on this machine or on another. Its methods throw {@link io.serai.spi.ConnectorException} when
 * the folder cannot be reached.
 */
interface Folder extends AutoCloseable {

    /** The folder for messages, without user and password. */
    String name();

    /** The files that match a pattern, in no order. */
    List<FoundFile> list(String pattern);

    /** The file's content as a file on this machine; empty when it is gone. */
    Optional<Path> content(FoundFile file) throws IOException;

    /** Says that {@link #content} of a file is not needed any more. */
    void release(FoundFile file);

    /** The state of one file; empty when there is none. */
    Optional<FoundFile> find(String file);

    /** Where to write what is going to be published under a name. */
    Path draft(String file) throws IOException;

    /** Puts a draft in the place of a file, at once. */
    void publish(Path draft, String file) throws IOException;

    /** How long after a change another one might leave time and size as they are, in milliseconds. */
    long settlesAfter();

    /** Proves that the folder can be used. */
    void check(boolean read, boolean written);

    @Override
    void close();
}
