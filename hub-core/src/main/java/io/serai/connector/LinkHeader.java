package io.serai.connector;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code Link} header (RFC 8288). */
final class LinkHeader {

    private static final Pattern LINK = Pattern.compile("<([^>]*)>([^<]*)");
    private static final Pattern NEXT =
            Pattern.compile(";\\s*rel\\s*=\\s*(?:\"(?:[^\"]*\\s)?next(?:\\s[^\"]*)?\"|next\\b)");

    private LinkHeader() {}

    /** Where the next page is. */
    static Optional<String> next(String header) {
        Matcher link = LINK.matcher(header == null ? "" : header);
        while (link.find()) {
            if (NEXT.matcher(link.group(2)).find()) {
                return Optional.of(link.group(1).strip());
            }
        }
        return Optional.empty();
    }
}
