package io.serai.demo.population;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lists of one vocabulary file: {@code name: word word …}, going on in lines that begin with a space. */
final class Lexicon {

    private final Map<String, List<String>> lists = new HashMap<>();

    private Lexicon(String text) {
        for (String entry : text.replaceAll("\\R ", " ").strip().split("\\R")) {
            int colon = entry.indexOf(':');
            lists.put(
                    entry.substring(0, colon),
                    List.of(entry.substring(colon + 1).strip().split("\\s+")));
        }
    }

    static Lexicon of(String name) {
        try (InputStream in = Lexicon.class.getResourceAsStream(name + ".txt")) {
            return new Lexicon(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The vocabulary \"" + name + "\" cannot be read", e);
        }
    }

    /** Words as written. */
    List<String> words(String list) {
        return lists.getOrDefault(list, List.of());
    }

    /** Words with spaces for underscores; a lone hyphen is nothing. */
    List<String> spaced(String list) {
        List<String> spaced = new ArrayList<>();
        words(list).forEach(word -> spaced.add(word.equals("-") ? "" : word.replace('_', ' ')));
        return List.copyOf(spaced);
    }

    String text(String list) {
        return String.join(" ", words(list));
    }

    /** {@code from=to}, in order. */
    Map<String, String> pairs(String list) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String word : words(list)) {
            String[] parts = word.split("=", 2);
            pairs.put(parts[0], parts[1]);
        }
        return Collections.unmodifiableMap(pairs);
    }
}
