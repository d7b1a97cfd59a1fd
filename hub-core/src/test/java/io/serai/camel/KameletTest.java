package io.serai.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.HubHome;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kamelets of the home: checked as routes are, and loaded from nowhere else. */
class KameletTest {

    private static final String KAMELET = """
            apiVersion: camel.apache.org/v1
            kind: Kamelet
            metadata:
              name: stamp
            spec:
              definition:
                required: [word]
                properties:
                  word: { type: string, enum: [new, old] }
                  times: { type: integer, default: 1 }
              template:
                from:
                  uri: kamelet:source
                  steps:
                    - setHeader: { name: stamp, constant: "{{word}} {{times}}" }
            """;
    private static final String ROUTE = """
            - route:
                id: customers
                from:
                  uri: direct:customers
                  steps:
                    - to: { uri: kamelet:stamp, parameters: { word: new } }
            """;

    @TempDir
    private Path folder;

    @AutoClose
    private TestHome home;

    @BeforeEach
    void open() {
        home = new TestHome(folder)
                .file("config/hub.yaml", "name: Test\ntimezone: Europe/London\n")
                .file("kamelets/stamp.kamelet.yaml", KAMELET)
                .routes("customers", ROUTE);
    }

    private List<String> check() {
        HubHome read = HubHome.load(folder, Optional.empty());
        return read.checked().problems().stream()
                .map(read::text)
                .map(text -> text.lines().findFirst().orElse(""))
                .toList();
    }

    @Test
    void a_route_that_uses_a_kamelet_passes_the_check_and_runs_its_steps() {
        assertThat(check()).isEmpty();
        Object header = home.start()
                .context()
                .createProducerTemplate()
                .request("direct:customers", exchange -> {})
                .getMessage()
                .getHeader("stamp");
        assertThat(header).isEqualTo("new 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            kind: Kamelet | kind: Kamlet | kamelets/stamp.kamelet.yaml:2:7: "kind" cannot be "Kamlet". Did you mean "Kamelet"?
            camel.apache.org/v1 | v1 | kamelets/stamp.kamelet.yaml:1:13: The apiVersion "v1" is not Camel's. Write "camel.apache.org/v1".
            name: stamp | name: stmap | kamelets/stamp.kamelet.yaml:4:9: The kamelet is named "stmap", and its file "stamp". A file's name is its id: give both one name.
            required: [word] | required: [wrod] | kamelets/stamp.kamelet.yaml:7:16: "wrod" is required and not among the properties. Did you mean "word"?
            {{times}} | {{tims}} | kamelets/stamp.kamelet.yaml:15:57: The placeholder "{{tims}}" is not known. Did you mean "{{times}}"?
            setHeader: | setHaeder: | kamelets/stamp.kamelet.yaml:15:11: The step "setHaeder" is not allowed or not known. Did you mean "setHeader"?
            uri: kamelet:source | uri: kamelet:sink | kamelets/stamp.kamelet.yaml:13:12: "kamelet:source" is where a template starts, and "kamelet:sink" where it ends. Swap them.
            template: | tempalte: | kamelets/stamp.kamelet.yaml:11:3: "tempalte" is not a key of "spec". Did you mean "template"?
            """)
    void a_mistake_in_a_kamelet_is_one_message_at_its_place(String right, String wrong, String message) {
        home.file("kamelets/stamp.kamelet.yaml", KAMELET.replace(right, wrong));
        assertThat(check()).containsExactly(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            kamelet:stamp | kamelet:stmap | routes/customers.camel.yaml:6:22: There is no kamelet "stmap". Did you mean "stamp"?
            word: new | wrod: new | routes/customers.camel.yaml:6:51: The kamelet "stamp" has no property "wrod". Did you mean "word"?
            { word: new } | { times: 2 } | routes/customers.camel.yaml:6:22: The kamelet "stamp" needs "word". Set it under parameters:.
            word: new | word: nwe | routes/customers.camel.yaml:6:57: "nwe" is not one of the values of "word". Did you mean "new"?
            word: new | word: new, times: twice | routes/customers.camel.yaml:6:69: "times" is of type integer, and "twice" is not. Write a number.
            word: new | word: new, location: "http://elsewhere.example/x.kamelet.yaml" | routes/customers.camel.yaml:6:62: A kamelet's location cannot be set. Kamelets are files of the home: kamelets/stamp.kamelet.yaml.
            kamelet:stamp | kamelet:sink | routes/customers.camel.yaml:6:22: "kamelet:sink" is an end of a kamelet's template. Name a kamelet: kamelet:NAME.
            """)
    void a_mistake_in_the_use_of_a_kamelet_is_one_message_at_its_place(String right, String wrong, String message) {
        home.routes("customers", ROUTE.replace(right, wrong));
        assertThat(check()).containsExactly(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- bean: { beanType: io.serai.Bomb }",
                "- to: { uri: \"class:io.serai.Bomb\" }",
                "- to: { uri: \"{{word}}\" }",
                "- to: { uri: \"log:x\", parameters: { exchangeFormatter: \"#class:io.serai.Bomb\" } }",
                "- setBody: { groovy: \"new Bomb()\" }",
                "- script: { simple: \"x\" }",
                "- toD: { uri: \"${header.where}\" }"
            })
    void a_kamelet_that_could_run_code_is_refused_with_its_line_and_not_loaded(String step) {
        home.file(
                "kamelets/stamp.kamelet.yaml",
                KAMELET.replaceFirst("- setHeader: .*", java.util.regex.Matcher.quoteReplacement(step)));
        assertThat(check()).isNotEmpty().allMatch(line -> line.startsWith("kamelets/stamp.kamelet.yaml:15:"));
        assertThatThrownBy(home::start).hasMessageStartingWith("kamelets/stamp.kamelet.yaml:15:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- wireTap: { uri: direct:elsewhere }",
                "- to: { uri: seda:later }",
                "- aggregate: { correlationExpression: { constant: all }, completionSize: 9, aggregationStrategy:"
                        + " GroupedBodyAggregationStrategy }"
            })
    void a_kamelet_that_would_let_a_checkpoint_pass_lost_records_is_warned_about(String step) {
        home.file(
                "kamelets/stamp.kamelet.yaml",
                KAMELET.replaceFirst("- setHeader: .*", java.util.regex.Matcher.quoteReplacement(step)));
        assertThat(check()).anySatisfy(line -> assertThat(line)
                .startsWith("kamelets/stamp.kamelet.yaml:15:")
                .contains("warning: ", "The checkpoint moves on before they are stored."));
    }

    @Test
    void beans_of_a_template_are_refused() {
        home.file(
                "kamelets/stamp.kamelet.yaml",
                KAMELET.replace("    from:", "    beans: [{ name: b, type: \"#class:io.serai.Bomb\" }]\n    from:"));
        assertThat(check()).hasSize(1).first().asString().contains("\"beans\" is not allowed in a template");
        assertThatThrownBy(home::start).hasMessageContaining("\"beans\" is not allowed in a template");
    }

    @Test
    void what_is_not_in_the_home_is_not_looked_for_elsewhere() throws Exception {
        SafeContext context = new SafeContext();
        try {
            context.build();
            context.addComponent("kamelet", new HomeKamelets(Set.of("stamp")));
            assertThatThrownBy(() -> context.getEndpoint("kamelet:aws-s3-source"))
                    .rootCause()
                    .hasMessage("There is no kamelet \"aws-s3-source\" in kamelets/. Known: stamp.");
            assertThatThrownBy(
                            () -> context.getEndpoint("kamelet:stamp?location=http://elsewhere.example/x.kamelet.yaml"))
                    .rootCause()
                    .hasMessageContaining("location cannot be set");
        } finally {
            context.stop();
        }
    }
}
