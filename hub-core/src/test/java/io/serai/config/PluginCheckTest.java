package io.serai.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.HubHome;
import io.serai.TestHome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code hub check} says of the plugins of a home, beside everything else. */
class PluginCheckTest {

    private static final String DESK = """
            name: desk
            title: Desk
            settings: { key: { required: true, secret: true } }
            http: { base: "https://desk.example" }
            streams:
              tickets: { kind: person, key: id, read: { get: /tickets, records: tickets } }
            """;

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void a_home_with_a_plugin() {
        home = new TestHome(folder).file("plugins/desk/connector.yaml", DESK);
    }

    private void connection(String connector) {
        home.config("connections/desk.yaml", "connector: " + connector + "\nsettings: { key: \"{{file:key}}\" }\n")
                .file("key", "k");
    }

    private List<String> said() {
        HubHome loaded = HubHome.load(folder, Optional.empty());
        return loaded.checked().problems().stream().map(loaded::text).toList();
    }

    @Test
    void a_plugin_without_a_mistake_is_used_in_silence() {
        connection("desk");
        assertThat(said()).isEmpty();
    }

    @Test
    void a_mistake_in_a_connector_yaml_that_is_used_is_one_error_at_its_place() {
        connection("desk");
        home.file("plugins/desk/connector.yaml", DESK.replace("records: tickets", "recrds: tickets"));
        assertThat(said()).containsExactly("""
                plugins/desk/connector.yaml:6:54: "recrds" is not a key of "read". Did you mean "records"?
                    tickets: { kind: person, key: id, read: { get: /tickets, recrds: tickets } }
                                                                             ^""".replace("6:54", "6:60"));
    }

    @Test
    void one_that_nobody_uses_is_a_warning_and_everything_else_works() {
        home.file("plugins/desk/connector.yaml", DESK.replace("title: Desk", "titel: Desk"));
        assertThat(said())
                .singleElement()
                .asString()
                .startsWith("plugins/desk/connector.yaml:2:1: warning: \"titel\" is not a key of a connector.");
    }

    @Test
    void jars_that_cannot_be_used_are_said_and_the_connection_is_not_blamed_for_them() throws IOException {
        home.delete("plugins/desk/connector.yaml");
        connection("desk");
        home.file("plugins/desk/desk.jar", jar("Serai-Spi: 7"));
        assertThat(said())
                .singleElement()
                .asString()
                .startsWith("plugins/desk:1:1: The plugin \"desk\" was built for version 7 of the connector contract");
        home.file("plugins/desk/desk.jar", jar("Serai-Shares: com.acme"));
        assertThat(said())
                .singleElement()
                .asString()
                .contains("asks to share \"com.acme\", which the hub does not share");
        home.file("plugins/desk/desk.jar", jar("Serai-Spi: 1"));
        assertThat(said()).singleElement().asString().contains("has jars but no connector");
        home.file("plugins/desk/desk.jar", "no jar");
        assertThat(said()).singleElement().asString().startsWith("plugins/desk:1:1: The plugin in ");
    }

    @Test
    void a_connector_that_no_plugin_brings_is_not_installed() {
        home.file("plugins/desk/connector.yaml", DESK.replace("title: Desk", "titel: Desk"));
        connection("dsk");
        assertThat(said()).anySatisfy(text -> assertThat(text).contains("The connector \"dsk\" is not installed."));
    }

    private static byte[] jar(String attribute) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        String[] parts = attribute.split(": ");
        manifest.getMainAttributes().putValue(parts[0], parts[1]);
        new JarOutputStream(bytes, manifest).close();
        return bytes.toByteArray();
    }
}
