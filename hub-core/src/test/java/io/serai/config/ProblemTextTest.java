package io.serai.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProblemTextTest {

    @TempDir
    private Path home;

    @Test
    void a_problem_shows_its_line_and_a_caret_under_the_place() throws IOException {
        assertThat(render("name: x\nwhere: { tr\u00e9it: y }\n", 2, 10, ""))
                .isEqualTo("a.yaml:2:10: \"x\" is wrong.\n  where: { tr\u00e9it: y }\n           ^");
    }

    @Test
    void the_hint_follows_the_message() throws IOException {
        assertThat(render("name: x\n", 1, 7, "Write y.")).startsWith("a.yaml:1:7: \"x\" is wrong. Write y.\n");
    }

    @Test
    void a_place_behind_the_file_shows_no_line() throws IOException {
        assertThat(render("name: x\n", 9, 1, "")).isEqualTo("a.yaml:9:1: \"x\" is wrong.");
    }

    @Test
    void of_a_very_long_line_only_the_part_around_the_place_is_shown() throws IOException {
        String[] lines =
                render("x".repeat(5000) + "!" + "x".repeat(5000), 1, 5001, "").split("\n");

        assertThat(lines[1]).hasSizeLessThan(200);
        assertThat(lines[1].charAt(lines[2].indexOf('^'))).isEqualTo('!');
    }

    @Test
    void a_secret_of_a_connection_is_never_shown() throws IOException {
        assertThat(shown("settings: { token: 'a, b', uri: x }", 1)).isEqualTo("settings: { token: ******, uri: x }");
        assertThat(shown("settings: { token: \"{{env:T}}\", uri: x }", 1))
                .isEqualTo("settings: { token: \"{{env:T}}\", uri: x }");
        assertThat(shown("settings:\n  tokn: abc # note", 2)).isEqualTo("  tokn: **********");
        assertThat(shown("settings:\n  token: |\n    abc\n  uri: x", 3)).isEqualTo("    ***");
        assertThat(shown("settings:\n  token: |\n    abc\n  uri: x", 4)).isEqualTo("  uri: x");
        assertThat(shown("  \"token\": \"abc", 1)).isEqualTo("  \"token\": ****");
        assertThat(shown("  uri: ftp://me:abc@host?x=1&password=RAW(de)&y=2", 1))
                .isEqualTo("  uri: ftp://me:***@host?x=1&password=RAW(**)&y=2");
    }

    private String shown(String text, int line) throws IOException {
        Files.createDirectories(home.resolve("config/connections"));
        Files.writeString(home.resolve("config/connections/a.yaml"), text);
        Position position = new Position("config/connections/a.yaml", line, 1);
        return new ProblemText(home, Set.of("token"))
                .parts(new Problem(Problem.Severity.ERROR, position, "Wrong.", ""))
                .source();
    }

    private String render(String text, int line, int column, String hint) throws IOException {
        Files.writeString(home.resolve("a.yaml"), text);
        Problem problem =
                new Problem(Problem.Severity.ERROR, new Position("a.yaml", line, column), "\"x\" is wrong.", hint);
        return new ProblemText(home, Set.of()).render(problem);
    }
}
