package io.serai.connectors.files;

import io.serai.connectors.files.FilesSettings.StreamSettings;
import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import io.serai.spi.Stream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;

/**
 * What a stream's settings say about its files, checked.
 *
 * @param stream the stream's name
 * @param path the pattern of a source, the file of a destination
 * @param written whether it is a destination
 * @param keys how keys are made
 * @param format fixed by the settings; empty when the extension decides
 * @param delimiter between CSV columns
 * @param charset of text without a byte order mark
 * @param kind what the objects are
 */
record Layout(
        String stream,
        String path,
        boolean written,
        Keys keys,
        Optional<Format> format,
        char delimiter,
        Charset charset,
        Stream.Kind kind) {

    static Layout of(String stream, StreamSettings settings) {
        boolean reads = filled(settings.pattern());
        boolean writes = filled(settings.file());
        if (reads == writes) {
            throw wrong(
                    stream,
                    reads ? "has a \"pattern\" and a \"file\"" : "has neither a \"pattern\" nor a \"file\"",
                    "a source needs \"pattern:\", a destination needs \"file:\"");
        }
        String path = reads ? settings.pattern() : settings.file();
        if (path.startsWith("/") || path.contains("\\") || (path + "/").contains("../")) {
            throw wrong(stream, "leaves its folder with \"" + path + "\"", "name files inside the folder of \"uri\"");
        }
        Keys keys = Keys.of(stream, settings.key());
        if (writes && (keys.byLine() || keys.fields().size() != 1)) {
            throw wrong(stream, "is written and needs a key of exactly one field", "set \"key:\" to the match field");
        }
        Layout layout = new Layout(
                stream,
                path,
                writes,
                keys,
                format(stream, settings.format()),
                delimiter(stream, settings.delimiter()),
                charset(stream, settings.charset()),
                kind(stream, settings.kind()));
        if (writes && layout.formatOf(path) == Format.JSON) {
            throw wrong(stream, "cannot be written as a JSON array", "use \"format: jsonl\" or \"format: csv\"");
        }
        return layout;
    }

    Format formatOf(String file) {
        return format.orElseGet(() -> Format.ofFile(file));
    }

    private static Optional<Format> format(String stream, String name) {
        if (!filled(name)) {
            return Optional.empty();
        }
        return Optional.of(Format.named(name)
                .orElseThrow(() -> wrong(stream, "has the unknown format \"" + name + "\"", "use csv, jsonl or json")));
    }

    private static char delimiter(String stream, String text) {
        if (text == null || text.isEmpty()) {
            return ',';
        }
        if (text.equals("\\t") || text.equalsIgnoreCase("tab")) {
            return '\t';
        }
        if (text.length() != 1 || text.charAt(0) > 126 || "\"\r\n".contains(text)) {
            throw wrong(stream, "has the delimiter \"" + text + "\"", "use one character such as , ; | or tab");
        }
        return text.charAt(0);
    }

    private static Charset charset(String stream, String name) {
        try {
            Charset charset = filled(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
            if (charset.name().startsWith("UTF-32")) {
                throw wrong(stream, "has the charset \"" + name + "\", which is not supported", "convert it to UTF-8");
            }
            return charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw wrong(stream, "has the unknown charset \"" + name + "\"", "use UTF-8, windows-1252, ISO-8859-1, …");
        }
    }

    private static Stream.Kind kind(String stream, String name) {
        try {
            return filled(name) ? Stream.Kind.valueOf(name.toUpperCase(Locale.ROOT)) : Stream.Kind.OTHER;
        } catch (IllegalArgumentException e) {
            throw wrong(
                    stream,
                    "has the unknown kind \"" + name + "\"",
                    "use person, order, product, event, membership or other");
        }
    }

    private static boolean filled(String text) {
        return text != null && !text.isBlank();
    }

    private static ConnectorException wrong(String stream, String what, String advice) {
        return new ConnectorException(Kind.CONFIG, "stream \"" + stream + "\" " + what + ": " + advice);
    }
}
