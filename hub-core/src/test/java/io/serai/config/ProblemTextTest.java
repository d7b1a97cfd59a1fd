package io.serai.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private String render(String text, int line, int column, String hint) throws IOException {
        Files.writeString(home.resolve("a.yaml"), text);
        Problem problem =
                new Problem(Problem.Severity.ERROR, new Position("a.yaml", line, column), "\"x\" is wrong.", hint);
        return new ProblemText(home).render(problem);
    }
}
