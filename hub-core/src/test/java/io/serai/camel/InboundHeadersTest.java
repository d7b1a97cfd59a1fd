package io.serai.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.serai.config.RouteComponents;
import io.serai.config.catalog.CamelCatalog;
import jakarta.mail.Message;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sender writes into the headers of a message steers nothing. */
class InboundHeadersTest {

    @TempDir
    private Path folder;

    private final WireHeaders wire = new WireHeaders(RouteComponents.standard().names());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CamelFileName",
                "camelhttpuri",
                "CAMELHTTPQUERY",
                "org.apache.camel.x",
                "kafka.OVERRIDE_TOPIC",
                "CamelKafkaOverrideTopic",
                "sObjectName",
                "SOBJECTID",
                "apexUrl",
                "apiVersion",
                "moveTo",
                "delete",
                "JMSReplyTo",
                "JMS_Destination",
                "HubRoute",
                "hubstored",
                "breadcrumbId",
                " CamelFileName",
                "\tCamelFileName",
                "\u017fObjectName",
                "X-Shop.Order",
                "X Order",
                "${header.X}",
                "",
                "-x"
            })
    void a_name_that_a_step_could_obey_is_dropped_in_whatever_capitals(String name) {
        assertThat(wire.mayBring("imap", name)).isFalse();
        assertThat(wire.mayBring("https", name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Subject", "From", "X-Shop-Order", "content-type", "Campaign", "Deleted-At", "order_id"})
    void what_says_something_of_the_message_stays(String name) {
        assertThat(wire.mayBring("imap", name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"To", "BCC", "reply-to", "Subject"})
    void what_another_installed_component_reads_is_dropped(String name) {
        assertThat(wire.mayBring("imap", name)).isTrue();
        assertThat(wire.mayBring("http", name)).isFalse();
    }

    @Test
    void every_header_that_an_installed_component_reads_is_dropped_when_another_brings_it() {
        CamelCatalog catalog = new CamelCatalog();
        Set<String> bodys = Set.of("content-type", "content-encoding", "contenttype");
        List<String> names = RouteComponents.standard().names().stream()
                .flatMap(scheme -> catalog.component(scheme).stream())
                .flatMap(component -> component.headers().stream())
                .map(header -> header.name())
                .filter(name -> !bodys.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
        assertThat(names).contains("CamelFileName", "CamelHttpUri", "To", "moveTo");
        assertThat(names)
                .noneMatch(name -> wire.mayBring("sql", name) || wire.mayBring("sql", name.toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- to: { uri: \"URL\" }",
                "- toD: { uri: \"URL?x=${body}\" }",
                "- toD: { uri: \"URL?x=${body}\", cacheSize: -1 }",
                "- enrich: { constant: \"URL\" }",
                "- enrich: { simple: \"URL?x=${body}\", cacheSize: -1 }",
                "- recipientList: { constant: \"URL\" }"
            })
    void the_answer_of_a_server_steers_nothing(String step) throws Exception {
        WireMockServer server =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        try (TestHome home = new TestHome(folder)) {
            server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(steering()));
            HubCamel camel = home.routes(
                            "asks",
                            "- route:\n    id: asks\n    from:\n      uri: direct:start\n      steps:\n"
                                    + "        - setHeader: { name: CamelFileName, constant: chosen.txt }\n        "
                                    + step.replace("URL", "http://127.0.0.1:" + server.port() + "/stock")
                                    + "\n        - to: { uri: \"file:out\" }\n")
                    .start();
            Exchange answer = camel.context()
                    .createProducerTemplate()
                    .request("direct:start", exchange -> exchange.getMessage().setBody("x"));
            assertThat(answer.getException()).isNull();
            assertThat(names(folder.resolve("out"))).containsExactly("chosen.txt");
            assertThat(Files.readString(folder.resolve("out/chosen.txt"))).isEqualTo("in stock");
            assertThat(answer.getMessage().getHeaders())
                    .containsEntry("X-Stock", "4")
                    .doesNotContainKeys("CamelHttpUri", "HubRoute", "To", "kafka.OVERRIDE_TOPIC");
        } finally {
            server.stop();
        }
    }

    private static ResponseDefinitionBuilder steering() {
        return WireMock.ok("in stock")
                .withHeader("X-Stock", "4")
                .withHeader("CamelFileName", "../evil.txt")
                .withHeader("camelOverruleFileName", "../evil.txt")
                .withHeader("camelhttpuri", "http://evil.example")
                .withHeader("HubRoute", "evil")
                .withHeader("To", "evil@shop.test")
                .withHeader("kafka.OVERRIDE_TOPIC", "evil");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${date:now:yyyy}.csv",
                "#class:x.csv",
                "x..%2F..%2Fevil.csv",
                "a b\u00e9\ud83d\ude00;'\"&?x=y.csv",
                "CamelFileName.csv",
                "line\nbreak.csv"
            })
    void a_file_keeps_its_name_however_odd(String name) throws Exception {
        try (TestHome home = new TestHome(folder)) {
            Files.createDirectories(folder.resolve("in"));
            Files.writeString(folder.resolve("in").resolve(name), "x");
            home.routes("moves", """
                            - route:
                                id: moves
                                from:
                                  uri: file:in
                                  parameters: { delay: 100, initialDelay: 50 }
                                  steps:
                                    - to: { uri: "file:out" }
                            """).start();
            await(() -> Files.exists(folder.resolve("out"))
                    && !names(folder.resolve("out")).isEmpty());
            assertThat(names(folder.resolve("out"))).containsExactly(name);
        }
    }

    @Test
    void a_component_that_does_not_ask_brings_in_what_camel_says_it_sets_and_plain_names() throws Exception {
        SafeContext context = new SafeContext();
        try {
            context.build();
            context.addComponent("file", new Unfiltered());
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.fromBytes("file:mute.camel.yaml", """
                    - onException:
                        exception: [ java.lang.IllegalArgumentException ]
                        handled: { constant: true }
                        useOriginalMessage: true
                        steps:
                          - to: { uri: "mock:dead" }
                    - route:
                        id: mute
                        from:
                          uri: file:anything
                          steps:
                            - to: { uri: "mock:came" }
                            - throwException: { exceptionType: java.lang.IllegalArgumentException, message: x }
                    """.getBytes(StandardCharsets.UTF_8)));
            context.start();
            for (String end : List.of("mock:came", "mock:dead")) {
                MockEndpoint came = context.getEndpoint(end, MockEndpoint.class);
                await(() -> came.getReceivedCounter() > 0);
                assertThat(came.getReceivedExchanges().get(0).getMessage().getHeaders())
                        .as(end)
                        .containsOnlyKeys("CamelFileName", "X-Order");
            }
        } finally {
            context.stop();
        }
    }

    /** Brings one message, with headers as the sender wrote them, and asks nobody. */
    private static final class Unfiltered extends DefaultComponent {

        @Override
        protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
            return new DefaultEndpoint(uri, this) {
                @Override
                public Producer createProducer() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public Consumer createConsumer(Processor processor) {
                    return new DefaultConsumer(this, processor) {
                        @Override
                        protected void doStart() throws Exception {
                            super.doStart();
                            Exchange exchange = createExchange(false);
                            for (String name : List.of(
                                    "CamelFileName",
                                    "X-Order",
                                    "camelOverruleFileName",
                                    "CamelHttpUri",
                                    "HubRun",
                                    "To")) {
                                exchange.getMessage().setHeader(name, "x");
                            }
                            Thread sender = new Thread(
                                    () -> getAsyncProcessor().process(exchange, done -> {}), "sender of a test");
                            sender.setDaemon(true);
                            sender.start();
                        }
                    };
                }
            };
        }
    }

    @Test
    void a_mail_cannot_choose_the_file_that_a_later_step_writes_and_the_route_can() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        mail.start();
        try (TestHome home = new TestHome(folder)) {
            mail.setUser("till@shop.test", "till", "secret");
            home.routes("mail", """
                            - route:
                                id: mail
                                from:
                                  uri: "imap:127.0.0.1:PORT"
                                  parameters: { username: till, password: "{{env:MAIL_PASSWORD}}", delay: 500, initialDelay: 100 }
                                  steps:
                                    - setBody: { simple: "${headers}" }
                                    - convertBodyTo: { type: String }
                                    - to: { uri: "file:as-it-comes" }
                                    - setHeader: { name: CamelFileName, constant: chosen.txt }
                                    - to: { uri: "file:by-the-route" }
                            """.replace(
                                    "PORT", String.valueOf(mail.getImap().getPort())))
                    .start(Map.of("MAIL_PASSWORD", "secret"));
            Transport.send(steering(mail));
            await(() -> Files.exists(folder.resolve("by-the-route/chosen.txt")));
            assertThat(names(folder.resolve("as-it-comes"))).hasSize(1).doesNotContain("evil.txt");
            assertThat(folder.resolve("evil.txt")).doesNotExist();
            assertThat(Files.readString(folder.resolve("by-the-route/chosen.txt")))
                    .contains("Orders of today", "X-Till")
                    .doesNotContain("evil");
        } finally {
            mail.stop();
        }
    }

    private static MimeMessage steering(GreenMail mail) throws Exception {
        MimeMessage message = new MimeMessage(mail.getSmtp().createSession());
        message.setFrom(new InternetAddress("branch@shop.test"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("till@shop.test"));
        message.setSubject("Orders of today");
        message.setHeader("X-Till", "4");
        message.setHeader("CamelFileName", "../evil.txt");
        message.setHeader("camelOverruleFileName", "../evil.txt");
        message.setHeader("camelhttpuri", "http://evil.example");
        message.setHeader("CAMELHttpPath", "/evil");
        message.setHeader("moveTo", "evil");
        message.setHeader("HubRoute", "evil");
        message.setText("nothing");
        return message;
    }

    private static List<String> names(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.holds() && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(condition.holds()).isTrue();
    }
}
