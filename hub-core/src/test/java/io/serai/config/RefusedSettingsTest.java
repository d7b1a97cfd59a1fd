package io.serai.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.TestHome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings that have the right types each, but that their connector does not take together. */
class RefusedSettingsTest {

    private final TestHome home;

    RefusedSettingsTest(@TempDir Path folder) {
        home = new TestHome(folder);
    }

    private List<String> errors() {
        return home.errors().stream()
                .map(problem -> problem.position() + ": " + problem.message())
                .toList();
    }

    private void files(String uri, String stream) {
        home.config("connections/till.yaml", """
                connector: files
                settings:
                  uri: "%s"
                  streams: { sales: %s }
                """.formatted(uri, stream));
    }

    private void jdbc(String url, String stream) {
        home.config("connections/crm.yaml", """
                connector: jdbc
                settings:
                  url: "%s"
                  streams: { contacts: %s }
                """.formatted(url, stream));
    }

    @Test
    void the_check_says_what_a_connector_would_say_when_it_is_opened() {
        files("file:data/till?delete=true", "{ pattern: sales-*.csv, key: receipt }");
        jdbc("jdbc:sqlite:data/crm.db", "{ key: id }");
        assertThat(errors()).hasSize(2);
        assertThat(errors().get(0))
                .startsWith("config/connections/crm.yaml:")
                .contains("tream \"contacts\"")
                .endsWith(".");
        assertThat(errors().get(1))
                .startsWith("config/connections/till.yaml:")
                .contains("\"uri\" must not set \"delete\": the hub leaves the files where they are")
                .endsWith(".");
    }

    @Test
    void a_folder_a_database_a_driver_or_a_server_that_is_not_there_does_not_keep_a_hub_from_starting() {
        files("file:data/nowhere", "{ pattern: sales-*.csv, key: receipt }");
        jdbc("jdbc:sqlite:data/nowhere.db", "{ table: contacts, key: id }");
        assertThat(errors()).isEmpty();
        files("sftp://127.0.0.1:1/nowhere", "{ pattern: sales-*.csv, key: receipt }");
        jdbc("jdbc:nowhere:crm", "{ table: contacts, key: id }");
        assertThat(errors()).isEmpty();
        jdbc("jdbc:postgresql://127.0.0.1:1/crm", "{ table: contacts, key: id }");
        assertThat(errors()).isEmpty();
    }

    @Test
    void a_variable_that_is_missing_is_one_mistake() {
        files("{{env:NO_SUCH_VARIABLE_OF_A_TEST}}", "{ pattern: sales-*.csv, key: receipt }");
        assertThat(errors()).singleElement().asString().contains("NO_SUCH_VARIABLE_OF_A_TEST");
    }
}
