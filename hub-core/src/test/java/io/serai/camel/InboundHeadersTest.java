package io.serai.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sender writes into the headers of a message steers nothing. */
class InboundHeadersTest {

    @TempDir
    private Path folder;

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
                " CamelFileName"
            })
    void an_instruction_is_dropped_in_whatever_capitals(String name) {
        assertThat(new InboundHeaders(null).applyFilterToExternalHeaders(name, "x", null))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Subject", "From", "X-Shop-Order", "content-type", "Campaign", "Deleted-At"})
    void what_says_something_of_the_message_stays(String name) {
        assertThat(new InboundHeaders(null).applyFilterToExternalHeaders(name, "x", null))
                .isFalse();
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
