package io.serai.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A home as one text: {@code === path} starts a file, {@code --- path} takes one away, lines before the first file that start with
 * {@code >} are expected problems and others say what the case is about.
 */
public record HomeText(String about, List<String> expected, Map<String, String> files, List<String> absent) {

    public static HomeText read(String text) {
        StringBuilder about = new StringBuilder();
        List<String> expected = new ArrayList<>();
        Map<String, StringBuilder> files = new LinkedHashMap<>();
        List<String> absent = new ArrayList<>();
        StringBuilder file = null;
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("=== ")) {
                file = files.computeIfAbsent(line.substring(4).strip(), path -> new StringBuilder());
            } else if (line.startsWith("--- ")) {
                absent.add(line.substring(4).strip());
            } else if (file != null) {
                file.append(line).append('\n');
            } else if (line.startsWith("> ")) {
                expected.add(line.substring(2));
            } else {
                about.append(line);
            }
        }
        Map<String, String> contents = new LinkedHashMap<>();
        files.forEach((path, content) -> contents.put(path, content.toString().replaceFirst("\n+$", "\n")));
        return new HomeText(about.toString().strip(), expected, contents, absent);
    }

    static HomeText resource(String name) {
        try (var in = HomeText.class.getResourceAsStream(name)) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the files; {@code \t}, {@code \0} and {@code \xFF} in them stand for the bytes. */
    public void write(Path home) throws IOException {
        for (var file : files.entrySet()) {
            Path path = home.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, bytes(file.getValue()));
        }
        for (String path : absent) {
            Files.deleteIfExists(home.resolve(path));
        }
    }

    static byte[] bytes(String text) {
        String named = text.replace("\\t", "\t").replace("\\0", "\0").replace("\\uFEFF", "\uFEFF");
        byte[] bytes =
                named.replace("\\xFF", "\u0001").replace("\\xFE", "\u0002").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == 1 ? (byte) 0xFF : bytes[i] == 2 ? (byte) 0xFE : bytes[i];
        }
        return bytes;
    }

    static Set<String> names(Map<String, ?> map) {
        return map.keySet();
    }
}
