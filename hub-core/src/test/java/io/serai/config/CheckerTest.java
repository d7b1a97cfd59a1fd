package io.serai.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CheckerTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("SHOP_TOKEN", "s3cr3t-value", "PORT", "8081");

    @TempDir
    private Path home;

    @Test
    void a_right_home_has_no_problem() throws IOException {
        HomeText.resource("home.txt").write(home);

        Checked checked = check();

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.ok()).isTrue();
        assertThat(checked.config().mappings())
                .containsOnlyKeys("shop-customers", "shop-orders", "shop-visits", "till-sales");
        assertThat(checked.config().outMappings()).containsOnlyKeys("out-vips", "mail-members");
        assertThat(checked.config().segments()).containsOnlyKeys("lapsed", "staff", "vips");
        assertThat(checked.config().routes())
                .extracting(RouteOutline::id)
                .containsExactly("customers", "shop-orders", "shop-visits", "till-sales", "vips-out", "vips-to-mail");
        assertThat(checked.config().store()).isEqualTo(home.resolve("data/hub.db"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenHomes")
    void a_mistake_is_said_once_at_its_place_with_what_was_meant(String name) throws IOException {
        HomeText.resource("home.txt").write(home);
        HomeText broken = HomeText.resource("broken/" + name);
        broken.write(home);

        Checked checked = check();

        String said = checked.problems().stream().map(CheckerTest::text).collect(Collectors.joining("\n"));
        assertThat(said).as(broken.about()).isEqualTo(String.join("\n", broken.expected()));
        assertThat(checked.ok()).isEqualTo(broken.expected().stream().allMatch(line -> line.contains(": warning: ")));
        checked.problems().forEach(problem -> assertThat(new ProblemText(home, Set.of("token")).render(problem))
                .startsWith(text(problem))
                .doesNotContain("s3cr3t"));
    }

    @Test
    void the_corpus_is_large() throws Exception {
        assertThat(brokenHomes()).hasSizeGreaterThanOrEqualTo(60);
    }

    private static String text(Problem problem) {
        String kind = problem.severity() == Problem.Severity.WARNING ? "warning: " : "";
        return (problem.position() + ": " + kind + problem.message() + " " + problem.hint()).strip();
    }

    private Checked check() {
        return new Checker(home, ENVIRONMENT, new DeclaredStreams()).check();
    }

    static List<String> brokenHomes() throws IOException, URISyntaxException {
        try (Stream<Path> cases =
                Files.list(Path.of(CheckerTest.class.getResource("broken").toURI()))) {
            return cases.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
