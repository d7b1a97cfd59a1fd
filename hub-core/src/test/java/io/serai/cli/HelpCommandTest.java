package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.cli.Commands.Answer;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code hub help}: the guide in a terminal. */
class HelpCommandTest {

    @TempDir
    private Path folder;

    private Answer help(String... words) {
        return new Commands(folder)
                .hub(Stream.concat(Stream.of("help"), Stream.of(words)).toArray(String[]::new));
    }

    static Stream<String> names() {
        return Guide.NAMES.stream();
    }

    /** Letters and digits only, and where a link leads left out: what remains are the words of the page. */
    private static String words(String text) {
        return text.replaceAll("(?m)^```.*$", "")
                .replaceAll("\\]\\([^)]*\\)", "]")
                .replaceAll("\\((hub\\s+help\\s+[a-z-]+|https?:[^)]*)\\)", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    @ParameterizedTest
    @MethodSource("names")
    void help_prints_the_words_of_the_page(String name) {
        Answer answer = help(name);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out()).doesNotContain("```", "](", "**").doesNotContainPattern("(?m)^#+ ");
        String page = GuidePage.of(name).text();
        if (page.lines().noneMatch(line -> line.startsWith("|"))) {
            assertThat(words(answer.out())).isEqualTo(words(page));
        } else {
            assertThat(words(answer.out()).split(" "))
                    .as("cells of a table wrap beside each other")
                    .containsExactlyInAnyOrder(words(page).split(" "));
        }
        assertThat(answer.out().lines().filter(line -> !line.startsWith("    ")))
                .as("fits a terminal, but for long words")
                .allMatch(line -> line.length() <= 112);
    }

    @Test
    void help_alone_lists_every_page_with_its_headings() {
        Answer answer = help();
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains(Guide.NAMES).contains("Guards", "Backup", "hub help COMMAND");
    }

    @Test
    void a_heading_shows_its_section_and_no_more() {
        Answer answer = help("Guards");
        assertThat(answer.out()).contains("max_removals").doesNotContain("What never happens");
        assertThat(help("what", "never", "happens").out()).contains("Erased people are not sent");
        assertThat(help("files that others leave").out()).contains("choice");
    }

    @Test
    void a_command_shows_its_own_help() {
        assertThat(help("sync").out()).contains("Usage: hub sync", "--dry-run");
        assertThat(help("profile", "why").out()).contains("Usage: hub profile why");
        assertThat(help("backup").out()).contains("Usage: hub backup", "Do not copy hub.db itself");
        Answer both = help("identity");
        assertThat(both.out()).contains("Who is who is decided by three things");
        assertThat(both.err()).contains("hub identity --help");
    }

    @ParameterizedTest
    @CsvSource({"mapings, mappings", "gaurds, guards", "snyc, sync", "troubelshooting, troubleshooting"})
    void a_typo_is_told_what_was_probably_meant(String typo, String meant) {
        Answer answer = help(typo);
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("There is no help on \"" + typo + "\". Did you mean \"" + meant + "\"?");
    }

    @Test
    void what_is_nothing_like_a_topic_is_told_where_to_look() {
        assertThat(help("xylophone").err()).contains("See what there is: hub help");
    }

    @Test
    void programs_get_the_topics_as_json() {
        assertThat(help("--json").json()).hasSize(Guide.NAMES.size());
        assertThat(help("routes", "--json").json().get("text").asText()).contains("hub:pull");
    }
}
