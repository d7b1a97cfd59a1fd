package io.serai.connectors.files;

import io.serai.spi.ConnectorContext;
import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.camel.CamelContext;

/**
 * The {@code uri} setting, taken apart.
 *
 * @param scheme {@code file}, {@code ftp}, {@code ftps} or {@code sftp}
 * @param place the folder, for remote ones with user and host
 * @param options after the question mark; empty when none
 */
record FolderUri(String scheme, String place, String options) {

    private static final Set<String> SCHEMES = Set.of("file", "ftp", "ftps", "sftp");

    /** What would move, delete or filter originals, or run code: the hub decides what is read and leaves files alone. */
    private static final List<String> REFUSED = List.of(
            "delete",
            "move",
            "movefailed",
            "premove",
            "noop",
            "idempotent",
            "filename",
            "include",
            "exclude",
            "antinclude",
            "antexclude",
            "filter",
            "donefilename",
            "processstrategy",
            "onfiletofolder",
            "sorter",
            "tempfilename",
            "tempprefix",
            "fileexist",
            "localworkdirectory",
            "autocreate",
            "inprogressrepository",
            "exclusivereadlockstrategy",
            "readlock");

    static Folder open(FilesSettings settings, ConnectorContext context) {
        FolderUri uri = of(settings.uri());
        if (uri.scheme().equals("file")) {
            Path path = context.home().resolve(uri.place()).toAbsolutePath().normalize();
            return new LocalFolder(
                    path,
                    () -> new CamelFiles(
                            context.lend(CamelContext.class),
                            "file:" + path + uri.query(),
                            settings,
                            "\"" + path + "\""));
        }
        String shown = uri.scheme() + "://" + uri.place().substring(uri.place().indexOf('@') + 1);
        return new RemoteFolder(
                shown,
                () -> new CamelFiles(
                        context.lend(CamelContext.class),
                        uri.scheme() + "://" + uri.place() + uri.query(),
                        settings,
                        "\"" + shown + "\""));
    }

    static FolderUri of(String text) {
        int colon = text == null ? -1 : text.indexOf(':');
        String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)) {
            throw new ConnectorException(
                    Kind.CONFIG,
                    "\"uri\" must be a folder such as file:data/in, ftp://host/folder or sftp://host/folder, not the scheme \""
                            + scheme + "\"");
        }
        String rest = text.substring(colon + 1);
        int question = rest.indexOf('?');
        String place = question < 0 ? rest : rest.substring(0, question);
        String options = question < 0 ? "" : rest.substring(question + 1);
        for (String option : options.split("&")) {
            String name = option.split("=", 2)[0].toLowerCase(Locale.ROOT);
            if (REFUSED.contains(name) || option.contains("=#")) {
                throw new ConnectorException(
                        Kind.CONFIG,
                        "\"uri\" must not set \"" + option.split("=", 2)[0]
                                + "\": the hub leaves the files where they are and remembers itself what it has read;"
                                + " choose files with \"pattern\" or \"file\" of a stream");
            }
        }
        place = place.startsWith("//") ? place.substring(2) : place;
        if (place.isBlank() || !scheme.equals("file") && place.startsWith("/")) {
            throw new ConnectorException(
                    Kind.CONFIG, "\"uri\" names no " + (scheme.equals("file") ? "folder" : "host"));
        }
        return new FolderUri(scheme, place, options);
    }

    private String query() {
        return options.isEmpty() ? "" : "?" + options;
    }
}
