package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.TestHome;
import io.serai.cli.Commands.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hub schema}: what editors need, in the place that the files' first lines name. */
class SchemaCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void a_home_with_a_shop() {
        new TestHome(folder)
                .config(
                        "connections/shop.yaml",
                        "connector: files\nsettings: { uri: \"file:data/shop\", streams: { people: { pattern: \"*.csv\", key: id } } }\n");
    }

    private Answer hub(String... arguments) {
        return new Commands(folder).hub(arguments);
    }

    @Test
    void there_is_one_schema_for_each_kind_of_file() throws IOException {
        Answer answer = hub("schema");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out()).startsWith("Wrote 9 schemas to ");
        for (String kind : "hub connection identity mapping traits segment route connector".split(" ")) {
            JsonNode schema = TestHome.json(Files.readString(folder.resolve("schemas/" + kind + ".json")));
            assertThat(schema.get("$schema").asText()).contains("draft-07");
        }
        assertThat(Files.readString(folder.resolve("schemas/mapping.json"))).contains("\"shop/people\"");
        assertThat(hub("check").out()).startsWith("All is well");
    }

    @Test
    void they_can_lie_elsewhere_and_programs_are_told_where() {
        Path elsewhere = folder.resolve("a/b");

        Answer answer = hub("schema", elsewhere.toString(), "--json");

        assertThat(answer.json().get("files")).hasSize(9);
        assertThat(elsewhere.resolve("route.json")).isRegularFile();
        assertThat(folder.resolve("schemas")).doesNotExist();
    }

    @Test
    void a_home_with_mistakes_gets_them_too_for_they_help_to_find_the_mistakes() throws IOException {
        Files.writeString(folder.resolve("config/traits.yaml"), "a: { summ: order.total }\n");

        Answer answer = hub("schema");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.err()).contains("1 mistake").contains("hub check");
    }

    @Test
    void a_file_is_no_folder() {
        Answer answer = hub("schema", folder.resolve("config/hub.yaml").toString());

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("is a file; schemas are written to a folder");
    }
}
