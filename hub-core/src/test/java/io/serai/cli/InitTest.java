package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.HubHome;
import io.serai.TestHome;
import io.serai.cli.Commands.Answer;
import io.serai.config.Checker;
import io.serai.config.ConnectorFile;
import io.serai.config.InstalledConnectors;
import io.serai.config.Problem;
import io.serai.connector.ConnectorRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hub init}: a home that passes its check, from answers or from flags; or nothing at all. */
class InitTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private String before;

    /** The launcher says where it is installed: its connectors are shopify and mailchimp. */
    @BeforeEach
    void the_installation() {
        before = System.setProperty("serai.install", ROOT.toString());
    }

    @AfterEach
    void as_it_was() {
        if (before == null) {
            System.clearProperty("serai.install");
        } else {
            System.setProperty("serai.install", before);
        }
    }

    private Answer typed(String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream said = new PrintStream(err, true, StandardCharsets.UTF_8);
        var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        int code = Main.run(new Terminal(in, printed, said, false, false), printed, said, arguments);
        return new Answer(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Answer init(String... flags) {
        List<String> all = new ArrayList<>(List.of("init", home().toString()));
        all.addAll(List.of(flags));
        return typed("", all.toArray(String[]::new));
    }

    private Path home() {
        return folder.resolve("home");
    }

    private String text(String file) throws IOException {
        return Files.readString(home().resolve(file));
    }

    private List<Problem> problems(Map<String, String> environment) {
        ConnectorRegistry registry = ConnectorRegistry.load(Optional.of(ROOT), home(), new ConnectorFile());
        return new Checker(home(), environment, new InstalledConnectors(registry, home()))
                .check()
                .problems();
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void flags_make_a_home_of_every_connector_that_passes_its_check_once_its_secrets_are_set() throws IOException {
        Answer answer = init(
                "--name",
                "Mill & Sons",
                "--timezone",
                "Europe/London",
                "--connect",
                "shop=shopify,store=mill",
                "--connect",
                "mail=mailchimp,data_center=us1,list=7,api_key=INIT_TEST_KEY",
                "--connect",
                "till=files,uri=file:data/till,streams.sales.pattern=sales-*.csv,streams.sales.key=branch,receipt",
                "--connect",
                "crm=jdbc,url=jdbc:sqlite:data/crm.db,password=CRM_KEY,streams.people.table=people,streams.people.key=id");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains("  config/mappings/shop-customers.yaml")
                .contains("  routes/shop-orders.camel.yaml")
                .contains("  export INIT_TEST_KEY=...", "  export SHOP_TOKEN=...")
                .contains("hub mapping suggest till/sales --home ")
                .endsWith("Next: hub connection check --home " + home() + "\n");
        assertThat(problems(Map.of("SHOP_TOKEN", "a", "INIT_TEST_KEY", "b", "CRM_KEY", "c")))
                .isEmpty();
        assertThat(problems(Map.of())).isNotEmpty().allMatch(problem -> problem.message()
                .contains("environment variable"));
        assertThat(text("config/connections/shop.yaml"))
                .contains(
                        "  # Admin API access token of a custom app (Settings > Apps).\n  token: \"{{env:SHOP_TOKEN}}\"\n");
        assertThat(text("config/connections/till.yaml"))
                .contains("      key: [branch, receipt]\n")
                .contains("  # user: ");
        assertThat(text("config/mappings/shop-orders.yaml")).contains("person:\n  shop_id: customer.id ");
        assertThat(text("config/identity.yaml")).contains("name: phone, per_profile: 5, normalise: phone, region: GB");
        assertThat(text(".gitignore")).contains("/data/", "/secrets/", "/schemas/");
        assertThat(home().resolve("schemas/route.json")).isRegularFile();
    }

    @Test
    void answers_make_a_home_and_nonsense_is_asked_again_with_the_reason() throws IOException {
        Answer answer = typed(
                String.join(
                        "\n",
                        "Corner Bakery",
                        "Europe/Lodon",
                        "Europe/London",
                        "shopfy",
                        "shopify",
                        "my shop",
                        "shop",
                        "",
                        "bakery",
                        "shpat_12-34",
                        "BAKERY_TOKEN",
                        "files",
                        "shop",
                        "till",
                        "file:data/till",
                        "",
                        "",
                        "sales",
                        "sales-*.csv",
                        "",
                        "receipt",
                        "",
                        "",
                        "",
                        "",
                        ""),
                "init",
                home().toString());

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.err())
                .contains("\"Europe/Lodon\" is not a time zone. Did you mean \"Europe/London\"?")
                .contains("There is no connector \"shopfy\". Did you mean \"shopify\"?")
                .contains("\"my shop\" is no name for a connection")
                .contains("\"store\" is needed.")
                .contains("\"token\" is a secret: give the name of the environment variable")
                .contains("There is a connection \"shop\" already.")
                .doesNotContain("shpat_12-34");
        assertThat(text("config/hub.yaml")).contains("name: Corner Bakery\n").contains("timezone: Europe/London\n");
        assertThat(text("config/connections/shop.yaml")).contains("token: \"{{env:BAKERY_TOKEN}}\"");
        assertThat(text("config/connections/till.yaml")).contains("    sales:\n");
        assertThat(problems(Map.of("BAKERY_TOKEN", "x"))).isEmpty();
    }

    @Test
    void the_end_of_the_input_is_an_error_that_leaves_nothing() throws IOException {
        Answer answer = typed("Corner Bakery\n\nshopify\n", "init", home().toString());

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("The input ended before every question was answered; nothing was made.");
        assertThat(left()).isEmpty();
    }

    @Test
    void a_folder_that_holds_something_is_left_alone() throws IOException {
        Files.createDirectories(home());
        Files.writeString(home().resolve("notes.txt"), "mine");

        Answer answer = init("--name", "x");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("is not empty: it holds notes.txt. Nothing was written.");
        assertThat(left()).containsExactly("home");
        assertThat(text("notes.txt")).isEqualTo("mine");
        assertThat(typed("", "init", home().resolve("notes.txt").toString()).err())
                .contains("is a file");
    }

    @Test
    void an_empty_folder_is_filled_and_a_home_without_connections_is_right() {
        assertThat(home().toFile().mkdirs()).isTrue();

        JsonNode json = init("--name", "Alone", "--json").json();

        assertThat(json.get("files").toString()).contains("config/hub.yaml");
        assertThat(json.get("next").asText()).startsWith("hub connector list");
        assertThat(HubHome.load(home(), Optional.empty()).checked().problems()).isEmpty();
    }

    @Test
    void flags_that_cannot_be_meant_are_refused_and_leave_nothing() throws IOException {
        assertThat(init("--connect", "shop=shopfy").err()).contains("Did you mean \"shopify\"?");
        assertThat(init("--connect", "shop").err()).contains("is no NAME=CONNECTOR");
        assertThat(init("--connect", "shop=shopify").err()).contains("The setting \"store\" is missing.");
        assertThat(init("--connect", "shop=shopify,store=x,token=shpat-1").err())
                .contains("is a secret: give the name of the environment variable")
                .doesNotContain("shpat-1");
        assertThat(init("--connect", "a=files,uri=file:x,streams.s.patern=1,streams.s.key=id")
                        .err())
                .contains("Did you mean \"pattern\"?");
        assertThat(init("--connect", "a=files,uri=file:x,streams.s.key=id").err())
                .contains("neither a \"pattern\"");
        assertThat(init("--timezone", "Mars").err()).contains("is not a time zone");
        assertThat(init("--connect", "a=shopify,store=x", "--connect", "a=shopify,store=y")
                        .err())
                .contains("names \"a\" twice");
        assertThat(left()).isEmpty();
    }

    @Test
    void a_plugin_is_connected_by_its_settings() throws IOException {
        Path install = folder.resolve("install");
        new TestHome(install).file("plugins/club/connector.yaml", """
                name: club
                title: Club
                settings: { region: { required: true, description: "Where." }, key: { required: true, secret: true } }
                http: { base: "http://127.0.0.1:9" }
                streams:
                  members:
                    kind: person
                    key: id
                    fields: { id: id, mail: email }
                    read: { get: /members, records: members }
                """);
        System.setProperty("serai.install", install.toString());

        Answer answer = init("--connect", "ours=club,region=north");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(text("config/connections/ours.yaml"))
                .contains("region: north")
                .contains("{{env:OURS_KEY}}");
        assertThat(text("config/mappings/ours-members.yaml")).contains("email: mail");
    }
}
