package io.serai.connectors.files;

import io.serai.spi.Connector;
import io.serai.spi.ConnectorContext;
import io.serai.spi.ConnectorInfo;
import io.serai.spi.ConnectorProvider;

/** The entrance to the files connector. */
public final class FilesProvider implements ConnectorProvider<FilesSettings> {

    @Override
    public ConnectorInfo info() {
        return new ConnectorInfo(
                "files",
                "Files",
                "1.0",
                "CSV, JSON Lines and JSON files in a folder, on FTP or on SFTP, read and written.");
    }

    @Override
    public Class<FilesSettings> settings() {
        return FilesSettings.class;
    }

    @Override
    public Connector open(FilesSettings settings, ConnectorContext context) {
        return FilesConnector.open(settings, context);
    }
}
