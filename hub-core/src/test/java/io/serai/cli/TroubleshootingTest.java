package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every message that docs/guide/troubleshooting.md quotes is one that the hub can say, word for word. */
class TroubleshootingTest {

    private static final Pattern QUOTED = Pattern.compile("(?m)^\\| `([^`]+)` \\|");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final int WORDS = 4;

    private static List<String> quoted() {
        List<String> messages = new ArrayList<>();
        Matcher matcher = QUOTED.matcher(GuidePage.of("troubleshooting").text());
        while (matcher.find()) {
            messages.add(matcher.group(1));
        }
        return messages;
    }

    /** The texts of the sources, those that are put together from constants joined. */
    private static String said() throws IOException {
        StringBuilder said = new StringBuilder(Files.readString(Path.of("../hub")));
        for (String module :
                new String[] {"src", "../hub-spi/src", "../connectors/files/src", "../connectors/jdbc/src"}) {
            try (Stream<Path> files = Files.walk(Path.of(module, "main", "java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    Matcher literal = LITERAL.matcher(
                            JOINED.matcher(Files.readString(file)).replaceAll(""));
                    while (literal.find()) {
                        said.append('\n')
                                .append(literal.group(1).replace("\\\"", "\"").replace("%,d", "…"));
                    }
                }
            }
        }
        return said.toString();
    }

    @TestFactory
    Stream<DynamicTest> every_quoted_message_is_said_by_the_hub() throws IOException {
        String said = said();
        return quoted().stream()
                .map(message -> DynamicTest.dynamicTest(message, () -> {
                    List<String> parts = Stream.of(message.split("…"))
                            .filter(part -> part.strip().length() >= WORDS)
                            .toList();
                    assertThat(parts).isNotEmpty();
                    for (String part : parts) {
                        boolean found = said.contains(part) || said.contains(part.replaceFirst("^1 ", ""));
                        assertThat(found).as("\"%s\" of \"%s\"", part, message).isTrue();
                    }
                }));
    }

    @Test
    void the_page_is_about_many_messages() {
        assertThat(quoted()).hasSizeGreaterThan(25);
    }
}
