package io.serai.connectors.files;

import io.serai.spi.Setting;
import java.util.List;
import java.util.Map;

/**
 * Settings of a files connection.
 *
 * @param uri the folder
 * @param user for FTP and SFTP
 * @param password for FTP and SFTP
 * @param streams by name
 */
public record FilesSettings(
        @Setting(
                value = "The folder, as a Camel file endpoint: file:, ftp: or sftp:. A relative file: folder is"
                        + " relative to the home.",
                required = true)
        String uri,

        @Setting("The user on an FTP or SFTP server.") String user,

        @Setting(value = "The password on an FTP or SFTP server.", secret = true)
        String password,

        @Setting(value = "The streams by name.", required = true)
        Map<String, StreamSettings> streams) {

    /**
     * One stream: a source when it has a pattern, a destination when it has a file.
     *
     * @param pattern which files are read
     * @param file the file that is written
     * @param key the fields that are the key
     * @param changedAt the field with the time of the last change
     * @param format {@code csv}, {@code jsonl} or {@code json}
     * @param delimiter between the columns of a CSV file
     * @param charset of the text
     * @param kind what the objects are
     */
    public record StreamSettings(
            @Setting("Which files are read, such as sales-*.csv; a slash looks into subfolders.")
            String pattern,

            @Setting("The one file that is written, replaced as a whole.")
            String file,

            @Setting(
                    value = "The field, or list of fields, that is the record's key; line for file and line number.",
                    required = true)
            List<String> key,

            @Setting("The field that holds the time of the last change.")
            String changedAt,

            @Setting("csv, jsonl or json; by extension when absent.")
            String format,

            @Setting(value = "The character between the columns of a CSV file.", defaultValue = ",")
            String delimiter,

            @Setting(value = "The encoding of CSV and JSON Lines files.", defaultValue = "UTF-8")
            String charset,

            @Setting(
                    value = "What the objects are: person, order, product, event, membership or other.",
                    defaultValue = "other")
            String kind) {}
}
