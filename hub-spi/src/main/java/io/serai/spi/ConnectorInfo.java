package io.serai.spi;

/**
 * Names a connector.
 *
 * @param name the name used in {@code connector:}, lower case with dashes
 * @param title the system's name as people write it
 * @param version the connector's own version
 * @param description one sentence
 * @since 1.0
 */
public record ConnectorInfo(String name, String title, String version, String description) {

    /** The major version of this contract. A plugin built for another major is refused. */
    public static final int SPI_MAJOR = 1;
}
