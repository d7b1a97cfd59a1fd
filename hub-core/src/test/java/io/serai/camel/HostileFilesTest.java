package io.serai.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.serai.config.Checker;
import io.serai.config.ConnectionSettings;
import io.serai.config.ConnectorCatalog;
import io.serai.config.ConnectorFile;
import io.serai.config.HomeText;
import io.serai.config.Problem;
import io.serai.config.Problems;
import io.serai.spi.Stream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that try to run code, reach out or be driven from outside: refused as text, and again by the loader when they get past. */
class HostileFilesTest {

    /** Shows that a hostile file ran. */
    public static final class Bomb {

        public static final String NAME = explosion();
        static volatile boolean exploded;

        public Bomb() {
            exploded = true;
        }

        private static String explosion() {
            exploded = true;
            return "bomb";
        }

        public static void explode() {
            exploded = true;
        }
    }

    private static final String ROUTE = "routes/evil.camel.yaml";
    private static final String CONNECTOR = "plugins/evil/connector.yaml";
    private static final String DRIVEN = "class:" + Bomb.class.getName() + "?method=explode";

    /** How the loader's own layers refuse: our sentences, and how Camel says that the list of classes gave it none. */
    private static final List<String> REFUSALS = List.of(
            "RefusedException: ",
            "ClassNotFoundException: " + Bomb.class.getName(),
            "ClassNotFoundException: Cannot find type: " + Bomb.class.getName(),
            "No type converter available to convert from type: java.lang.String to the required type: java.lang.Class",
            "type must be specified on: null",
            "Cannot find BeanProcessorFactory",
            "No bean could be found in the registry for: bomb",
            "A placeholder of a route gives names of application.properties",
            "of a placeholder is not there, outside the home");

    /** What the loader's layers do not get to, and why. */
    private static final Map<String, String> ONLY_AS_TEXT = Map.of(
            "intercept.txt", "Camel takes it in, and builds nothing of it in a file without routes",
            "policy.txt", "Camel wants steps before it looks the policy up",
            "saga.txt", "Camel wants steps before it looks for a saga service",
            "script-simple.txt", "Simple reads the class up to its first dot, and there is none of that name",
            "set-body-spaces.txt", "Simple knows no function that begins with a space",
            "tag.txt", "Camel's YAML takes a tagged value for none",
            "todd-plus.txt", "what stands after the plus is an option that the first component does not have");

    @TempDir
    private Path home;

    @BeforeEach
    void disarm() {
        assertThat(Bomb.NAME).isEqualTo("bomb");
        Bomb.exploded = false;
    }

    @AfterEach
    void nothing_ran() {
        assertThat(Bomb.exploded).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void the_check_refuses_it_and_says_why(String name) throws Exception {
        HomeText hostile = hostile(name);
        hostile.write(home);

        String said = problems(hostile).stream().map(HostileFilesTest::text).collect(Collectors.joining("\n"));

        assertThat(said).as(hostile.about()).isEqualTo(String.join("\n", hostile.expected()));
        assertThat(hostile.expected()).as(hostile.about()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void the_loader_refuses_it_when_the_check_is_passed_over(String name) throws Exception {
        HomeText hostile = hostile(name);
        String route = hostile.files().get(ROUTE);
        if (route == null) {
            hostile.write(home);
            assertThatThrownBy(() -> new ConnectorFile().read(home.resolve(CONNECTOR)))
                    .as(hostile.about())
                    .hasMessageContaining("connector.yaml:");
        } else {
            Throwable thrown = catchThrowable(() -> run(new SafeContext(), route));
            String causes = causes(thrown);
            assertThat(thrown).as(hostile.about()).isNotNull();
            assertThat(REFUSALS.stream().anyMatch(causes::contains))
                    .as(hostile.about() + ", with layer one passed over: " + causes)
                    .isNotEqualTo(ONLY_AS_TEXT.containsKey(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"class-uri.txt", "set-body-bean.txt", "option-class.txt", "beans.txt"})
    void the_same_file_runs_code_in_a_camel_without_the_layers(String name) throws Exception {
        String route = hostile(name).files().get(ROUTE);
        catchThrowable(() -> run(new DefaultCamelContext(false), route));
        assertThat(Bomb.exploded).isTrue();
        Bomb.exploded = false;
    }

    @Test
    void what_only_the_text_refuses_is_of_the_corpus() throws Exception {
        assertThat(files()).containsAll(ONLY_AS_TEXT.keySet());
    }

    @Test
    void the_corpus_is_large() throws Exception {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(60);
    }

    /** Loads and starts a file of routes as the hub does, but for the check, and sends a message that wants to drive it. */
    private void run(DefaultCamelContext context, String route) throws Exception {
        try {
            context.build();
            new RouteProperties(home, Map.of()).into(context);
            context.getPropertiesComponent().addInitialProperty("where", DRIVEN);
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(
                            ResourceHelper.fromBytes("file:evil.camel.yaml", route.getBytes(StandardCharsets.UTF_8)));
            context.start();
            context.createProducerTemplate().requestBodyAndHeader("direct:start", "a body", "where", DRIVEN);
        } finally {
            context.stop();
        }
    }

    private static String causes(Throwable thrown) {
        StringBuilder causes = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            causes.append(cause.getClass().getSimpleName())
                    .append(": ")
                    .append(cause.getMessage())
                    .append('\n');
        }
        return causes.toString();
    }

    private List<Problem> problems(HomeText hostile) throws IOException {
        if (hostile.files().containsKey(CONNECTOR)) {
            Problems problems = new Problems();
            ConnectorFile.read(CONNECTOR, Files.readAllBytes(home.resolve(CONNECTOR)), problems);
            return problems.sorted();
        }
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/hub.yaml"), "name: Northgate Cycles\n");
        return new Checker(home, Map.of(), new NoConnectors()).check().problems();
    }

    private static String text(Problem problem) {
        String kind = problem.severity() == Problem.Severity.WARNING ? "warning: " : "";
        return (problem.position() + ": " + kind + problem.message() + " " + problem.hint()).strip();
    }

    private static HomeText hostile(String name) throws IOException {
        try (var in = HostileFilesTest.class.getResourceAsStream("hostile/" + name)) {
            return HomeText.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static List<String> files() throws IOException, URISyntaxException {
        try (var files =
                Files.list(Path.of(HostileFilesTest.class.getResource("hostile").toURI()))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static final class NoConnectors implements ConnectorCatalog {

        @Override
        public Set<String> connectors() {
            return Set.of();
        }

        @Override
        public List<Complaint> check(ConnectionSettings connection) {
            return List.of();
        }

        @Override
        public Optional<List<Stream>> streams(ConnectionSettings connection) {
            return Optional.empty();
        }
    }
}
