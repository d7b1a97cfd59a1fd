package io.serai.cli;

import io.serai.TestHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of documentation, and the blocks between its fences. */
record GuidePage(Path path) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)[ ]?([^\\n]*)\\n(.*?)^```$");
    private static final Pattern FILE =
            Pattern.compile("# ((?:config|routes|kamelets|data)/[\\w./-]+|application\\.properties)(?:\\s.*)?");

    /** A page of {@code docs/guide}. */
    static GuidePage of(String name) {
        return new GuidePage(Path.of("../docs/guide/" + name + ".md"));
    }

    /**
     * One block.
     *
     * @param language the word behind the fence, or nothing
     * @param named what follows it: the file of a home, for one that cannot begin with a remark
     * @param line of the fence, from 1
     * @param text without the fences
     */
    record Block(String language, String named, int line, String text) {

        /** The file of a home that the block is, when its first line says so. */
        Optional<String> file() {
            if (!named.isBlank()) {
                return Optional.of(named.strip());
            }
            Matcher matcher = FILE.matcher(text.lines().findFirst().orElse(""));
            return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
        }
    }

    /** The file's, without its ending. */
    String name() {
        return path.getFileName().toString().replaceFirst("\\.md$", "");
    }

    String text() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Block> blocks() {
        String text = text();
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            int line = (int) text.substring(0, matcher.start()).lines().count() + 1;
            blocks.add(new Block(matcher.group(1), matcher.group(2), line, matcher.group(3)));
        }
        return blocks;
    }

    /** The files that the page's blocks are, in order. */
    List<Block> files() {
        return blocks().stream().filter(block -> block.file().isPresent()).toList();
    }

    /** Writes the page's files into a home, the later of one name over the earlier. */
    void lay(TestHome home) {
        files().forEach(block -> home.file(block.file().orElseThrow(), block.text()));
    }
}
