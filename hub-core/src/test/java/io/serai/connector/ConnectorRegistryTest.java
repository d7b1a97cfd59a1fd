package io.serai.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.config.ConnectorFile;
import io.serai.spi.Connector;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorRegistryTest {

    private static final String ECHO = """
            package odd.echo;
            import io.serai.spi.*;
            import java.util.*;
            public final class EchoProvider implements ConnectorProvider<EchoProvider.Settings> {
                public record Settings(@Setting(value = "A word.", required = true) String word) {}
                public ConnectorInfo info() { return new ConnectorInfo("echo", "Echo", "1.0.0", ""); }
                public Class<Settings> settings() { return Settings.class; }
                public Connector open(Settings settings, ConnectorContext context) { return new Echo(); }
                public static final class Echo implements Source {
                    public void check() {
                        String found = "";
                        for (String name : List.of("com.fasterxml.jackson.databind.ObjectMapper", "org.apache.camel.CamelContext", "org.slf4j.Logger")) {
                            try { Class.forName(name); found += name + " "; } catch (ClassNotFoundException e) { }
                        }
                        found += Thread.currentThread().getContextClassLoader() == Echo.class.getClassLoader();
                        throw new ConnectorException(ConnectorException.Kind.CONFIG, found);
                    }
                    public List<Stream> streams() { return List.of(); }
                    public Page read(Stream stream, Cursor after) { return new Page(List.of(), after, true); }
                }
            }
            """;

    @TempDir
    Path home;

    @Test
    void connectors_of_the_hub_of_the_installation_and_of_the_home_are_found() throws IOException {
        plugin("echo", new Attributes());
        Files.createDirectories(home.resolve("plugins/cards"));
        Files.writeString(home.resolve("plugins/cards/connector.yaml"), yaml("cards"));

        ConnectorRegistry registry = load();

        assertThat(registry.problems()).isEmpty();
        assertThat(registry.all().stream().map(factory -> factory.info().name()))
                .contains("files", "jdbc", "shopify", "mailchimp", "cards", "echo");
        assertThat(registry.origin("files")).isEqualTo("the hub");
        assertThat(registry.find("nothing")).isEmpty();
    }

    @Test
    void streams_can_be_listed_without_network_or_camel() {
        ConnectorHost host = ConnectorHost.lookingOnly(home, ZoneOffset.UTC);
        Map<String, Object> settings = Map.of("store", "bramble", "token", "t");

        Connector shop = load().find("shopify")
                .orElseThrow()
                .open(new ConnectionSettings("shop", settings, Optional.empty()), host);

        assertThat(shop.streams().stream().map(stream -> stream.name()))
                .containsExactly("customers", "orders", "products");
    }

    @Test
    void a_plugin_sees_the_contract_and_not_the_hubs_libraries() throws IOException {
        plugin("echo", new Attributes());

        assertThat(checked(load())).isEqualTo("org.slf4j.Logger true");
    }

    @Test
    void a_plugin_that_asks_for_camel_shares_the_hubs() throws IOException {
        Attributes attributes = new Attributes();
        attributes.put(new Attributes.Name("Serai-Shares"), "org.apache.camel");
        plugin("echo", attributes);

        assertThat(checked(load())).isEqualTo("org.apache.camel.CamelContext org.slf4j.Logger true");
    }

    @Test
    void a_plugin_for_another_contract_is_refused_with_a_sentence_and_the_others_work() throws IOException {
        Attributes attributes = new Attributes();
        attributes.put(new Attributes.Name("Serai-Spi"), "2");
        plugin("echo", attributes);

        ConnectorRegistry registry = load();

        assertThat(registry.problems())
                .containsExactly(
                        "The plugin \"echo\" was built for version 2 of the connector contract, and this hub has"
                                + " version 1: install a release of the plugin that fits.");
        assertThat(registry.find("echo")).isEmpty();
        assertThat(registry.find("shopify")).isPresent();
    }

    @Test
    void a_broken_plugin_is_named_and_the_others_work() throws IOException {
        Files.createDirectories(home.resolve("plugins/broken"));
        Files.write(home.resolve("plugins/broken/broken.jar"), new byte[] {1, 2, 3});
        Files.createDirectories(home.resolve("plugins/typo"));
        Files.writeString(
                home.resolve("plugins/typo/connector.yaml"), yaml("typo").replace("records:", "record:"));
        Files.createDirectories(home.resolve("plugins/twice"));
        Files.writeString(home.resolve("plugins/twice/connector.yaml"), yaml("shopify"));

        ConnectorRegistry registry = load();

        assertThat(registry.problems())
                .hasSize(3)
                .anySatisfy(problem -> assertThat(problem).contains("plugins/broken"))
                .anySatisfy(problem ->
                        assertThat(problem).contains("typo/connector.yaml:11:7", "Did you mean \"records\"?"))
                .anySatisfy(problem -> assertThat(problem).contains("\"shopify\" is installed twice"));
        assertThat(registry.find("mailchimp")).isPresent();
    }

    @Test
    void every_wrong_setting_of_a_declarative_connector_is_named_at_once() {
        ConnectorFactory shopify = load().find("shopify").orElseThrow();

        List<SettingProblem> problems = shopify.check(Map.of("tokn", "t", "store", List.of("a")));

        assertThat(problems.stream().map(problem -> problem.path().get(0)))
                .containsExactlyInAnyOrder("tokn", "store", "token");
        assertThat(shopify.check(Map.of("store", "a", "token", "t"))).isEmpty();
    }

    @Test
    void a_setting_cannot_name_another_host_than_the_connectors() {
        ConnectorFactory shopify = load().find("shopify").orElseThrow();
        ConnectorHost host = ConnectorHost.lookingOnly(home, ZoneOffset.UTC);

        assertThat(Lab.failure(() -> shopify.open(
                        new ConnectionSettings(
                                "shop", Map.of("store", "evil.example/x", "token", "t"), Optional.empty()),
                        host)))
                .hasMessageContaining("letters, digits and dashes only");
    }

    private String checked(ConnectorRegistry registry) {
        Connector echo = registry.find("echo")
                .orElseThrow(() -> new AssertionError(registry.problems()))
                .open(
                        new ConnectionSettings("e", Map.of("word", "hi"), Optional.empty()),
                        ConnectorHost.lookingOnly(home, ZoneOffset.UTC));
        return Lab.failure(echo::check).getMessage();
    }

    private ConnectorRegistry load() {
        Path install = Fixtures.folder("shopify").getParent().getParent();
        return ConnectorRegistry.load(Optional.of(install), home, new ConnectorFile());
    }

    private static String yaml(String name) {
        return """
                name: %s
                title: Cards
                settings: { url: { required: true } }
                http: { base: "{settings.url}" }
                streams:
                  cards:
                    kind: person
                    key: id
                    read:
                      get: /cards
                      records: cards
                """.formatted(name);
    }

    private void plugin(String name, Attributes more) throws IOException {
        Path classes = Files.createDirectories(home.resolve("classes"));
        var compiler = ToolProvider.getSystemJavaCompiler();
        var source =
                new SimpleJavaFileObject(
                        URI.create("string:///odd/echo/EchoProvider.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return ECHO;
                    }
                };
        List<String> options =
                List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
        assertThat(compiler.getTask(null, null, null, options, null, List.of(source))
                        .call())
                .isTrue();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putAll(more);
        Path jar =
                Files.createDirectories(home.resolve("plugins").resolve(name)).resolve(name + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> compiled = Files.walk(classes)) {
            for (Path path : compiled.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(path).toString()));
                out.write(Files.readAllBytes(path));
            }
            out.putNextEntry(new JarEntry("META-INF/services/io.serai.spi.ConnectorProvider"));
            out.write("odd.echo.EchoProvider".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
