package io.serai;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.config.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is in a home's files, the check answers with places in files, or with nothing; never with an exception. */
class WrongShapesTest {

    private static final List<String> SHAPES = List.of(
            "",
            "~",
            "7",
            "just words",
            "- a\n- b",
            "{ }",
            "[ [ ] ]",
            "{ a: { b: { c: [ 1, { d: ~ } ] } } }",
            "? [ a ]\n: b",
            "&x [ *x ]",
            "\"unfinished",
            "a: 1\na: 2",
            "%YAML 9.9\n---\na: 1",
            "a: !!runtime {}",
            "\u0000",
            "a:\tb\n\t- c");

    @TempDir
    private Path folder;

    static Stream<String> files() {
        return Homes.SHOP.keySet().stream();
    }

    @Test
    void the_home_that_is_broken_here_is_right_to_begin_with() {
        Homes.shop(folder);
        assertThat(HubHome.load(folder, Optional.empty()).checked().problems()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void a_file_of_any_shape_is_answered_with_places(String file) {
        TestHome home = Homes.shop(folder);
        for (String shape : SHAPES) {
            home.file(file, shape + "\n");
            assertPlaces(home, file, shape);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void a_file_that_lost_its_end_or_whose_values_changed_places_is_answered_with_places(String file) {
        TestHome home = Homes.shop(folder);
        for (String broken : mutations(Homes.SHOP.get(file))) {
            home.file(file, broken);
            assertPlaces(home, file, broken);
        }
    }

    private static List<String> mutations(String text) {
        List<String> mutations = new ArrayList<>();
        for (int part = 1; part < 8; part++) {
            mutations.add(text.substring(0, text.length() * part / 8));
        }
        mutations.add(text.replace(": ", ":"));
        mutations.add(text.replace("{ ", "[ ").replace(" }", " ]"));
        mutations.add(text.replaceAll(": ([a-z/_]+)", ": [ $1 ]"));
        mutations.add(text.replaceAll(": ([a-z/_]+)", ": { $1: $1 }"));
        mutations.add(text.replaceAll("([a-z])([a-z]+):", "$2$1:"));
        mutations.add(text.replaceAll("(?m)^ +", ""));
        return mutations;
    }

    private static void assertPlaces(TestHome home, String file, String broken) {
        List<Problem> errors = home.errors();
        assertThat(errors).as("%s with%n%s", file, broken).allSatisfy(problem -> {
            assertThat(problem.position().toString()).matches(".+\\.yaml:\\d+:\\d+");
            assertThat(problem.message()).isNotBlank().doesNotContain("Exception", "java.", "null pointer");
            assertThat(HubHome.load(home.folder(), Optional.empty()).text(problem))
                    .contains(problem.message());
        });
    }
}
