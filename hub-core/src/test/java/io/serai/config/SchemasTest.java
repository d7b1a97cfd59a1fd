package io.serai.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.serai.config.schema.Schemas;
import io.serai.config.suggest.NewConnection;
import io.serai.config.suggest.NewHome;
import io.serai.connector.ConnectorFactory;
import io.serai.connector.ConnectorRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What editors are told: nothing that is right is refused, and every mistake that one file alone can show is shown. */
final class SchemasTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Map<String, String> ENVIRONMENT = Map.of("SHOP_TOKEN", "s3cr3t-value", "PORT", "8081");
    private static final Set<String> REASONS = Set.of("other file", "meaning", "file", "placeholder");
    private static final Pattern BLOCK = Pattern.compile("```yaml\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("^# ((config|routes|kamelets|plugins)/\\S+\\.yaml)");

    @TempDir
    private Path home;

    private final ConnectorRegistry installed =
            ConnectorRegistry.load(Optional.of(ROOT), ROOT, new ConnectorFile()::read);

    @Test
    void every_file_of_the_demo_s_home_is_right() throws IOException {
        Validator schemas = demo();
        List<String> files = new ArrayList<>();
        for (String folder : List.of("config", "routes", "connectors")) {
            try (Stream<Path> inside = Files.walk(ROOT.resolve(folder))) {
                inside.filter(file -> file.toString().endsWith(".yaml"))
                        .filter(file -> !file.toString().contains("/target/"))
                        .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
                        .sorted()
                        .forEach(files::add);
            }
        }
        assertThat(files).hasSizeGreaterThan(30);
        for (String file : files) {
            if (Validator.kind(file).isPresent()) {
                String text = Files.readString(ROOT.resolve(file));
                assertThat(schemas.mistakes(file, text)).as(file).isEmpty();
                assertThat(text).as(file).startsWith(firstLine(file));
            }
        }
    }

    private static String firstLine(String file) {
        return Schemas.line(Validator.kind(file).orElseThrow(), file);
    }

    @Test
    void the_beginning_of_a_connector_is_right() throws IOException {
        try (var in = Schemas.class.getResourceAsStream("/io/serai/cli/new-connector.yaml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("NAME", "acme");
            assertThat(demo().mistakes("plugins/acme/connector.yaml", text)).isEmpty();
            assertThat(text).startsWith(firstLine("plugins/acme/connector.yaml"));
        }
    }

    @Test
    void every_file_of_a_new_home_is_right() throws IOException {
        Map<String, Object> streams = Map.of("sales", Map.of("pattern", "*.csv", "key", "receipt"));
        NewHome fresh = new NewHome(
                "Mill & Sons: tea",
                ZoneId.of("Europe/London"),
                List.of(
                        fresh("shop", "shopify", Map.of("store", "mill", "token", "{{env:SHOP_TOKEN}}")),
                        fresh("mail", "mailchimp", Map.of("data_center", "us1", "list", "7", "api_key", "{{env:KEY}}")),
                        fresh("till", "files", Map.of("uri", "file:data/till", "streams", streams))));
        Validator schemas = demo();

        assertThat(fresh.files()).hasSizeGreaterThan(12);
        fresh.files().forEach((file, text) -> {
            if (Validator.kind(file).isPresent()) {
                assertThat(schemas.mistakes(file, text)).as(file).isEmpty();
                assertThat(text).as(file).startsWith(firstLine(file));
            }
        });
    }

    private NewConnection fresh(String name, String connector, Map<String, Object> settings) {
        return new NewConnection(name, installed.find(connector).orElseThrow(), settings);
    }

    @Test
    void every_file_that_the_guide_shows_is_right() throws IOException {
        Map<String, List<String>> wrong = new TreeMap<>();
        int seen = 0;
        Validator schemas = demo();
        try (Stream<Path> pages = Files.walk(ROOT.resolve("docs"))) {
            for (Path page :
                    pages.filter(file -> file.toString().endsWith(".md")).toList()) {
                Matcher block = BLOCK.matcher(Files.readString(page));
                while (block.find()) {
                    Matcher name = NAMED.matcher(block.group(1));
                    if (name.find()
                            && Validator.kind(name.group(1)).isPresent()
                            && !ofAConnectorThatIsShown(page, block)) {
                        seen++;
                        List<String> mistakes = schemas.mistakes(name.group(1), block.group(1));
                        if (!mistakes.isEmpty()) {
                            wrong.put(page.getFileName() + ": " + name.group(1), mistakes);
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).as("blocks of the guide that name their file").isGreaterThan(3);
    }

    /** A page on writing connectors shows connections of one that is not installed here. */
    private static boolean ofAConnectorThatIsShown(Path page, Matcher block) throws IOException {
        Matcher connector = Pattern.compile("(?m)^connector: (\\S+)$").matcher(block.group(1));
        return connector.find() && Files.readString(page).contains("plugins/" + connector.group(1) + "/connector.yaml");
    }

    @Test
    void every_file_of_a_home_without_a_mistake_is_right() throws IOException {
        HomeText right = HomeText.resource("home.txt");
        right.write(home);
        Validator schemas = declared();

        right.files()
                .forEach((file, text) ->
                        assertThat(schemas.mistakes(file, text)).as(file).isEmpty());
    }

    @Test
    void every_broken_home_is_caught_or_listed_with_the_reason_why_a_schema_cannot() throws Exception {
        HomeText.resource("home.txt").write(home);
        Validator schemas = declared();
        Map<String, String> listed = listed();
        Set<String> missed = new TreeSet<>();
        Set<String> caughtAfterAll = new TreeSet<>();
        for (String name : CheckerTest.brokenHomes()) {
            HomeText broken = HomeText.resource("broken/" + name);
            boolean caught = broken.files().entrySet().stream()
                    .anyMatch(file ->
                            !schemas.mistakes(file.getKey(), file.getValue()).isEmpty());
            boolean allowed = broken.expected().stream().allMatch(line -> line.contains(": warning: "));
            boolean unreadable = broken.files().entrySet().stream()
                    .anyMatch(
                            file -> schemas.tree(file.getKey(), file.getValue()).isEmpty());
            if (!caught && !allowed && !unreadable && !listed.containsKey(name)) {
                missed.add(name + "\n    " + String.join("\n    ", broken.expected()));
            }
            if (caught && listed.containsKey(name)) {
                caughtAfterAll.add(name);
            }
        }
        assertThat(missed)
                .as("broken homes that no schema catches and no reason excuses")
                .isEmpty();
        assertThat(caughtAfterAll)
                .as("listed in schemas-cannot-catch.txt, and caught")
                .isEmpty();
        assertThat(listed.keySet()).as("listed, and not there").isSubsetOf(CheckerTest.brokenHomes());
        assertThat(listed.values()).isSubsetOf(REASONS);
    }

    private static Map<String, String> listed() throws IOException {
        try (var in = SchemasTest.class.getResourceAsStream("schemas-cannot-catch.txt")) {
            Map<String, String> listed = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(": ", 2))
                    .forEach(parts -> listed.put(parts[0], parts[1]));
            return listed;
        }
    }

    @Test
    void a_connection_s_settings_are_those_of_its_connector() throws IOException {
        Validator schemas = demo();
        String shop = "config/connections/x.yaml";

        assertThat(schemas.mistakes(shop, "connector: shopify\nsettings: { store: a, token: \"{{env:T}}\" }\n"))
                .isEmpty();
        assertThat(schemas.mistakes(shop, "connector: shopify\nsettings: { store: a }\n"))
                .anyMatch(mistake -> mistake.contains("token"));
        assertThat(schemas.mistakes(shop, "connector: shopify\nsettings: { store: a, tokn: b, token: c }\n"))
                .anyMatch(mistake -> mistake.contains("tokn"));
        assertThat(
                        schemas.mistakes(
                                shop,
                                "connector: files\nsettings: { uri: \"file:x\", streams: { a: { key: id, patern: \"*\" } } }\n"))
                .anyMatch(mistake -> mistake.contains("patern"));
        assertThat(schemas.json("connection").at("/allOf").toString()).contains("Admin API access token");
    }

    @Test
    void names_of_the_home_are_offered_and_not_demanded() throws IOException {
        Validator schemas = demo();

        assertThat(schemas.json("mapping").toString()).contains("\"shop/customers\"", "default_address.zip");
        assertThat(schemas.json("segment").toString()).contains("\"lifetime_value\"", "\"staff\"");
        assertThat(schemas.json("route").toString()).contains("\"hub:pull/till/sales\"", "\"hub:ingest/till-sales\"");
        assertThat(schemas.mistakes(
                        "config/mappings/x.yaml", "from: later/things\nto: profile\nfields: { email: written.next }\n"))
                .isEmpty();
        assertThat(schemas.mistakes("config/segments/x.yaml", "where: { trait: written_next, is: 1 }\n"))
                .isEmpty();
    }

    @Test
    void a_route_is_what_camel_allows_without_what_runs_code() throws IOException {
        Validator schemas = demo();
        String route = """
                - route:
                    id: a
                    from:
                      uri: file:data/in
                      parameters: { noop: true, delay: 1000, OPTION: 1 }
                      steps:
                        - split: { simple: "${body}", streaming: true, steps: [ { to: { uri: "hub:ingest/till-sales" } } ] }
                        - choice:
                            when: [ { simple: "${body} != null", steps: [ { log: "x" } ] } ]
                            otherwise: { steps: [ { STEP } ] }
                """;

        assertThat(schemas.mistakes("routes/a.camel.yaml", with(route, "maxMessagesPerPoll", "stop: {}")))
                .isEmpty();
        assertThat(schemas.mistakes("routes/a.camel.yaml", with(route, "maxMesages", "stop: {}")))
                .anyMatch(mistake -> mistake.contains("maxMesages"));
        assertThat(schemas.mistakes("routes/a.camel.yaml", with(route, "maxDepth", "bean: x")))
                .anyMatch(mistake -> mistake.contains("bean"));
        assertThat(schemas.mistakes("routes/a.camel.yaml", with(route, "maxDepth", "to: \"exec:rm\"")))
                .isNotEmpty();
        assertThat(schemas.mistakes("routes/a.camel.yaml", with(route, "maxDepth", "setBody: { groovy: \"1\" }")))
                .isNotEmpty();
    }

    @Test
    void a_component_that_the_home_allows_is_none_to_complain_of() throws IOException {
        HomeText.resource("home.txt").write(home);
        String route = "- route: { id: a, from: { uri: \"mongodb:a\", steps: [ { log: x } ] } }\n";
        assertThat(declared().mistakes("routes/a.camel.yaml", route)).isNotEmpty();
        Files.writeString(home.resolve("config/hub.yaml"), "name: x\nroutes: { components: [mongodb] }\n");

        assertThat(declared().mistakes("routes/a.camel.yaml", route)).isEmpty();
    }

    @Test
    void a_kamelet_is_a_piece_of_a_route_without_what_runs_code() throws IOException {
        Validator schemas = demo();
        String kamelet = """
                apiVersion: camel.apache.org/v1
                kind: Kamelet
                metadata: { name: level }
                spec:
                  definition:
                    required: [host]
                    properties: { host: { type: string }, path: { type: string, default: levels } }
                  template:
                    from:
                      uri: kamelet:source
                      steps: [ { STEP } ]
                """;

        assertThat(schemas.mistakes("kamelets/level.kamelet.yaml", kamelet.replace("STEP", "log: \"x\"")))
                .isEmpty();
        for (String step : List.of("bean: x", "lgo: x", "to: \"exec:rm\"", "setBody: { groovy: \"1\" }")) {
            assertThat(schemas.mistakes("kamelets/level.kamelet.yaml", kamelet.replace("STEP", step)))
                    .as(step)
                    .isNotEmpty();
        }
        String fine = kamelet.replace("STEP", "log: x");
        for (String wrong : List.of(
                fine.replace("kind: Kamelet", "kind: Kamlet"),
                fine.replace("template:", "templat:"),
                fine.replace("type: string }", "typ: string }"),
                fine.replace("  template:", "  template:\n    beans: []"))) {
            assertThat(schemas.mistakes("kamelets/level.kamelet.yaml", wrong)).isNotEmpty();
        }
    }

    private static String with(String route, String option, String step) {
        return route.replace("OPTION", option).replace("STEP", step);
    }

    private Validator demo() {
        HubConfig config = new Checker(ROOT, Map.of(), new InstalledConnectors(installed, ROOT))
                .check()
                .config();
        return new Validator(new Schemas(config, new InstalledConnectors(installed, ROOT), installed.all()));
    }

    /** The schemas of the home that the broken ones are made of, with its three declared connectors. */
    private Validator declared() {
        DeclaredStreams connectors = new DeclaredStreams();
        HubConfig config = new Checker(home, ENVIRONMENT, connectors).check().config();
        List<ConnectorFactory> factories = connectors.connectors().stream()
                .sorted()
                .map(DeclaredFactory::of)
                .toList();
        return new Validator(new Schemas(config, connectors, factories));
    }

    /** Reads files as an editor does, and holds them against the schema that their first line names. */
    private static final class Validator {

        private final Schemas schemas;
        private final Map<String, JsonSchema> compiled = new HashMap<>();

        Validator(Schemas schemas) {
            this.schemas = schemas;
        }

        JsonNode json(String name) throws IOException {
            return new ObjectMapper().readTree(schemas.json(name));
        }

        static Optional<String> kind(String file) {
            String folder = file.replaceFirst("[^/]*$", "");
            if (file.endsWith("connector.yaml")) {
                return Optional.of("connector");
            }
            if (folder.equals("routes/")) {
                return file.endsWith(".camel.yaml") ? Optional.of("route") : Optional.empty();
            }
            if (folder.equals("kamelets/")) {
                return file.endsWith(".kamelet.yaml") ? Optional.of("kamelet") : Optional.empty();
            }
            return Optional.ofNullable(Map.of(
                                    "config/connections/", "connection",
                                    "config/mappings/", "mapping",
                                    "config/segments/", "segment")
                            .get(folder))
                    .or(() -> Set.of("config/hub.yaml", "config/identity.yaml", "config/traits.yaml")
                                    .contains(file)
                            ? Optional.of(file.replaceFirst("config/(.*)\\.yaml", "$1"))
                            : Optional.empty());
        }

        List<String> mistakes(String file, String text) {
            Optional<String> kind = kind(file);
            Optional<YamlNode> tree = tree(file, text);
            if (kind.isEmpty() || tree.isEmpty()) {
                return List.of();
            }
            JsonSchema schema = compiled.computeIfAbsent(
                    kind.get(), name -> JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                            .getSchema(schemas.json(name)));
            return schema.validate(json(tree.get())).stream()
                    .map(Object::toString)
                    .toList();
        }

        Optional<YamlNode> tree(String file, String text) {
            return YamlReader.read(file, HomeText.bytes(text), new Problems());
        }

        private static JsonNode json(YamlNode node) {
            ObjectMapper mapper = new ObjectMapper();
            if (node instanceof YamlMap map) {
                ObjectNode object = mapper.createObjectNode();
                map.entries().forEach(entry -> object.set(entry.key(), json(entry.value())));
                return object;
            }
            if (node instanceof YamlList list) {
                ArrayNode array = mapper.createArrayNode();
                list.items().forEach(item -> array.add(json(item)));
                return array;
            }
            return mapper.valueToTree(((YamlScalar) node).value());
        }
    }
}
