package io.serai.connector;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes secrets, e-mail addresses and query strings out of what people may read. Thread-safe. */
final class Redaction {

    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+'-]{1,64}(?:@|%40)[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63})+");
    private static final Pattern QUERY = Pattern.compile("(https?://[^\\s?\"'<>]*)\\?[^\\s\"'<>]*");
    private static final int LONGEST = 500;

    private final List<String> secrets = new CopyOnWriteArrayList<>();

    Redaction(Collection<String> secrets) {
        secrets.forEach(this::add);
    }

    /** Keeps one more text secret, also as it looks in a URL. */
    void add(String secret) {
        if (secret == null || secret.isBlank()) {
            return;
        }
        List<String> forms = Stream.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8))
                .filter(form -> !secrets.contains(form))
                .toList();
        secrets.addAll(forms);
        secrets.sort(Comparator.comparingInt(String::length).reversed());
    }

    String clean(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, "***");
        }
        clean = QUERY.matcher(clean).replaceAll("$1");
        clean = EMAIL.matcher(clean).replaceAll("***@***");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
    }
}
