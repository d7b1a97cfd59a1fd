package io.serai.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Routes that try to run code: refused as text, and a second time by Camel's resolvers when the text gets past. */
class RouteSafetyTest {

    /** Shows that a hostile route ran. */
    public static final class Bomb {

        static volatile boolean exploded;

        public Bomb() {
            exploded = true;
        }

        public void explode() {
            exploded = true;
        }
    }

    private static final String BOMB = Bomb.class.getName();

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void open() {
        Bomb.exploded = false;
        home = new TestHome(folder);
    }

    @AfterEach
    void close() {
        home.close();
        assertThat(Bomb.exploded).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- bean: { beanType: BOMB, method: explode }",
                "- to: { uri: \"bean:BOMB\" }",
                "- to: { uri: \"class:BOMB\" }",
                "- to: { uri: \"exec:touch\" }",
                "- to: { uri: \"language:simple:x\" }",
                "- to: { uri: \"controlbus:route\" }",
                "- toD: { uri: \"${header.where}\" }",
                "- toD: { uri: \"{{where}}\" }",
                "- to: { uri: \"xslt:http://elsewhere.example/x.xsl\" }",
                "- script: { simple: \"${body}\" }",
                "- script: { groovy: \"new Bomb()\" }",
                "- process: { ref: \"#class:BOMB\" }",
                "- setBody: { groovy: \"new Bomb()\" }",
                "- setBody: { method: { beanType: BOMB, method: explode } }",
                "- setBody: { simple: \"${bean:type:BOMB.explode}\" }",
                "- setBody: { simple: \"${ bean:type:BOMB.explode }\" }",
                "- setBody: { simple: \"resource:http://elsewhere.example/x\" }",
                "- setBody: { simple: \"${camelContext.stop}\" }",
                "- setBody: { language: { language: joor, expression: x } }",
                "- setBody: { expression: { language: { language: bean, expression: x } } }",
                "- split: { simple: \"${body}\", aggregationStrategy: \"#class:BOMB\" }",
                "- to: { uri: \"file:out\", parameters: { idempotentRepository: \"#class:BOMB\" } }",
                "- to: { uri: \"file:out?idempotentRepository=%23class:BOMB\" }",
                "- to: { uri: \"log:x\", parameters: { exchangeFormatter: \"#type:BOMB\" } }",
                "- kamelet: { name: \"http://elsewhere.example/x.kamelet.yaml\" }",
                "- unmarshal: { fory: {} }",
                "- policy: { ref: x }",
                "- loadBalance: { customLoadBalancer: { ref: x } }",
            })
    void a_step_that_could_run_code_is_refused_with_its_line(String step) {
        home.routes("evil", route(step));
        assertThatThrownBy(home::start)
                .isInstanceOf(RouteProblemsException.class)
                .hasMessageMatching("(?s)routes/evil.camel.yaml:6:\\d+: .*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- bean: { beanType: BOMB, method: explode }",
                "- to: { uri: \"bean:BOMB\" }",
                "- to: { uri: \"class:BOMB\" }",
                "- to: { uri: \"language:simple:x\" }",
                "- to: { uri: \"controlbus:route\" }",
                "- toD: { uri: \"class:BOMB\" }",
                "- setBody: { method: { beanType: BOMB, method: explode } }",
                "- setBody: { simple: \"${bean:type:BOMB.explode}\" }",
                "- setBody: { simple: \"${body.getClass().forName('BOMB').newInstance()}\" }",
                "- setBody: { simple: \"${camelContext.stop}\" }",
                "- convertBodyTo: { type: BOMB }",
                "- throwException: { exceptionType: BOMB, message: x }",
                "- split: { simple: \"${body}\", aggregationStrategy: \"#class:BOMB\" }",
                "- to: { uri: \"file:out?idempotentRepository=#class:BOMB\" }",
                "- to: { uri: \"log:x?exchangeFormatter=#class:BOMB\" }",
                "- to: { uri: \"log:x?exchangeFormatter={{sneaked}}\" }",
                "- marshal: { json: { unmarshalType: BOMB } }",
                "- recipientList: { constant: \"class:BOMB\" }",
                "- enrich: { constant: \"bean:BOMB\" }",
            })
    void what_gets_past_the_text_is_refused_by_camels_resolvers(String step) throws Exception {
        SafeContext context = new SafeContext();
        try {
            context.build();
            new RouteProperties(folder, Map.of()).into(context);
            context.getPropertiesComponent().addInitialProperty("sneaked", "#class:" + BOMB);
            String yaml = route(step).replace("hub:pull/shop/customers", "direct:start");
            assertThatThrownBy(() -> {
                        PluginHelper.getRoutesLoader(context)
                                .loadRoutes(ResourceHelper.fromBytes("file:evil.camel.yaml", yaml.getBytes()));
                        context.start();
                        context.createProducerTemplate().requestBody("direct:start", (Object) "a body");
                    })
                    .isNotNull();
        } finally {
            context.stop();
        }
    }

    @Test
    void beans_in_a_route_file_are_refused_before_camel_sees_them() {
        home.routes("evil", """
                - beans:
                    - name: bomb
                      type: BOMB
                """.replace("BOMB", BOMB));
        assertThatThrownBy(home::start).hasMessageStartingWith("routes/evil.camel.yaml:1:3: \"beans\" is not allowed");
    }

    @Test
    void beans_that_get_past_the_text_make_nothing() {
        SafeContext context = new SafeContext();
        context.build();
        String yaml = "- beans:\n    - name: bomb\n      type: " + BOMB + "\n";
        assertThatThrownBy(() -> {
                    PluginHelper.getRoutesLoader(context)
                            .loadRoutes(ResourceHelper.fromBytes("file:evil.camel.yaml", yaml.getBytes()));
                    context.start();
                    context.getRegistry().lookupByName("bomb").toString();
                })
                .isNotNull();
        context.stop();
    }

    @Test
    void a_typo_in_an_option_says_what_was_meant_and_where() {
        home.routes("typo", """
                - route:
                    id: typo
                    from:
                      uri: hub:pull/shop/customers
                      parameters: { evry: 15m }
                      steps:
                        - to: { uri: hub:ingest/shop-customers }
                """);
        assertThatThrownBy(home::start)
                .hasMessageStartingWith("routes/typo.camel.yaml:2:")
                .hasMessageContaining("has no option \"evry\"")
                .hasMessageContaining("Did you mean \"every\"?");
    }

    @Test
    void a_mapping_that_does_not_exist_says_what_was_meant() {
        home.routes("typo", route("- to: { uri: hub:ingest/shop-custmers }"));
        assertThatThrownBy(home::start).hasMessageContaining("Did you mean \"shop-customers\"?");
    }

    @Test
    void a_camel_step_that_is_broken_has_its_line() {
        home.routes("typo", route("- setBody: { simpel: \"x\" }"));
        assertThatThrownBy(home::start).hasMessageStartingWith("routes/typo.camel.yaml:6:");
    }

    @Test
    void a_missing_variable_is_named() {
        home.routes("typo", route("- to: { uri: \"hub:ingest/{{env:NO_SUCH_THING}}\" }"));
        assertThatThrownBy(home::start)
                .hasMessageContaining("NO_SUCH_THING")
                .hasMessageStartingWith("routes/typo.camel.yaml:");
    }

    @Test
    void properties_of_the_home_and_the_environment_reach_routes() {
        home.file("application.properties", "which=shop-customers\n")
                .routes("good", route("- to: { uri: \"hub:{{env:KIND}}/{{which}}\" }"));
        assertThat(home.start(Map.of("KIND", "ingest")).context().getRoutes()).hasSize(1);
    }

    @Test
    void a_route_that_starts_elsewhere_cannot_be_run_once() {
        home.routes("drop", """
                - route:
                    id: drop
                    from:
                      uri: file:data/drop?noop=true
                      steps:
                        - to: { uri: hub:ingest/shop-customers?format=csv }
                """);
        assertThatThrownBy(() -> home.sync("drop"))
                .hasMessage(
                        "The route \"drop\" starts at file:data/drop, which delivers when it has something: it runs as long"
                                + " as the hub runs (hub run), and cannot be run once.");
        assertThatThrownBy(() -> home.sync("dorp")).hasMessageContaining("Did you mean \"drop\"?");
    }

    private static String route(String step) {
        return """
                - route:
                    id: evil
                    from:
                      uri: hub:pull/shop/customers
                      steps:
                        STEP
                """.replace("STEP", step).replace("BOMB", BOMB);
    }
}
