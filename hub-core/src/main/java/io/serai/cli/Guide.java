package io.serai.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The guide, as it was when this hub was built: the pages of {@code docs/guide}, packaged. */
record Guide(List<Guide.Topic> pages) {

    /** In the order in which somebody new reads them. */
    static final List<String> NAMES = List.of(
            "first-hour",
            "connections",
            "mappings",
            "identity",
            "traits-and-segments",
            "routes",
            "syncs-and-guards",
            "production",
            "troubleshooting");

    /**
     * A page, or a part of one.
     *
     * @param name what it is asked for by
     * @param markdown its text
     */
    record Topic(String name, String markdown) {

        /** The headings below the title. */
        List<String> headings() {
            boolean fenced = false;
            List<String> headings = new ArrayList<>();
            for (String line : markdown.lines().toList()) {
                fenced ^= line.startsWith("```");
                if (!fenced && line.matches("##+ .*")) {
                    headings.add(line.replaceFirst("#+ ", ""));
                }
            }
            return headings;
        }

        /** The part under a heading, with the parts below it. */
        private Optional<Topic> section(String heading) {
            StringBuilder part = new StringBuilder();
            boolean fenced = false;
            int level = 0;
            for (String line : markdown.lines().toList()) {
                fenced ^= line.startsWith("```");
                int depth = fenced || !line.matches("#+ .*") ? 0 : line.indexOf(' ');
                if (level == 0 && depth > 1 && same(line.substring(depth + 1), heading)) {
                    level = depth;
                } else if (depth > 0 && depth <= level) {
                    break;
                }
                if (level > 0) {
                    part.append(line).append('\n');
                }
            }
            return level == 0 ? Optional.empty() : Optional.of(new Topic(heading, part.toString()));
        }
    }

    /** The guide of this installation. */
    static Guide installed() {
        return new Guide(NAMES.stream().map(name -> new Topic(name, text(name))).toList());
    }

    private static String text(String name) {
        try (InputStream in = Guide.class.getResourceAsStream("/io/serai/guide/" + name + ".md")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page of that name or title. */
    Optional<Topic> page(String wanted) {
        return pages.stream()
                .filter(page -> same(page.name(), wanted)
                        || same(page.markdown().lines().findFirst().orElse(""), wanted))
                .findFirst();
    }

    /** The first section under that heading, or under one that begins so. */
    Optional<Topic> section(String wanted) {
        return pages.stream()
                .flatMap(page -> page.headings().stream()
                        .filter(heading -> same(heading, wanted) || same(heading.replaceFirst("[:,].*", ""), wanted))
                        .flatMap(heading -> page.section(heading).stream()))
                .findFirst();
    }

    /** Everything that can be asked for, in small letters. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (Topic page : pages) {
            names.add(page.name());
            page.headings().forEach(heading -> names.add(heading.toLowerCase(Locale.ROOT)));
            page.headings()
                    .forEach(heading ->
                            names.add(heading.toLowerCase(Locale.ROOT).replaceFirst("[:,].*", "")));
        }
        return names;
    }

    private static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
