package io.serai.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.serai.sync.RunStatus;
import io.serai.sync.RunView;
import io.serai.sync.Trigger;
import jakarta.mail.Message;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies that other components of Camel deliver. */
class BodyRouteTest {

    private static final int ROWS = 60_000;

    @TempDir
    private Path folder;

    @AutoClose
    private TestHome home;

    @BeforeEach
    void open() {
        home = new TestHome(folder);
    }

    @Test
    void a_file_of_fifty_megabytes_is_taken_in_by_pages_and_moved_when_done() throws Exception {
        Path drop = Files.createDirectories(folder.resolve("data/drop"));
        Path big = folder.resolve("big.csv");
        try (BufferedWriter out = Files.newBufferedWriter(big)) {
            out.write("id,email,city,padding\n");
            String padding = "x".repeat(850);
            for (int row = 0; row < ROWS; row++) {
                out.write("S" + row + ",p" + row + "@shop.test,Leeds," + padding + "\n");
            }
        }
        assertThat(Files.size(big)).isGreaterThan(50_000_000);
        Files.move(big, drop.resolve("big.csv"));
        home.routes("drop", drop("csv")).start();
        Set<Long> seen = new HashSet<>();
        await(Duration.ofMinutes(4), () -> {
            home.runs.list("drop", 1).forEach(run -> seen.add(run.counts().read()));
            return Files.exists(drop.resolve(".camel/big.csv"));
        });
        assertThat(seen).as("counts on the way: pages, not one whole file").hasSizeGreaterThan(3);
        RunView run = home.lastRun("drop");
        assertThat(run.message()).isNull();
        assertThat(run.status()).isEqualTo(RunStatus.DONE);
        assertThat(run.trigger()).isEqualTo(Trigger.MESSAGE);
        assertThat(run.counts().read()).isEqualTo(ROWS);
        assertThat(run.counts().stored()).isEqualTo(ROWS);
    }

    @Test
    void a_file_that_cannot_be_read_is_not_moved_as_done_and_the_run_failed() throws Exception {
        Path drop = Files.createDirectories(folder.resolve("data/drop"));
        Files.writeString(drop.resolve("page.json"), "<html>Sorry, we are closed</html>");
        home.routes("drop", drop("json")).start();
        await(
                Duration.ofSeconds(30),
                () -> !home.runs.list("drop", 1).isEmpty()
                        && home.lastRun("drop").status() != RunStatus.RUNNING);
        assertThat(home.lastRun("drop").status()).isEqualTo(RunStatus.FAILED);
        assertThat(home.lastRun("drop").message()).isNotBlank();
        assertThat(drop.resolve("page.json")).exists();
    }

    @Test
    void lines_of_json_and_arrays_of_json_are_taken_in_and_bad_rows_counted() {
        ProducerTemplate to = direct("jsonl");
        String lines = "{\"id\":\"S1\",\"email\":\"ann@shop.test\"}\nnonsense\n{\"email\":\"no@key.test\"}\n";
        var answer =
                to.request("direct:start", exchange -> exchange.getMessage().setBody(lines));
        assertThat(answer.getException()).isNull();
        assertThat(answer.getMessage().getHeaders())
                .containsEntry("HubStored", 1L)
                .containsEntry("HubUnchanged", 0L)
                .containsEntry("HubRejected", 2L);
        assertThat(answer.getMessage().getBody()).isEqualTo(lines);
        assertThat(home.lastRun("direct").counts().rejected()).isEqualTo(2);
        assertThat(home.rejections.of(home.lastRun("direct").id(), 10)).hasSize(2);
    }

    @Test
    void bytes_and_lists_and_single_maps_are_taken_in() {
        ProducerTemplate to = direct("json");
        to.sendBody("direct:start", "[{\"id\":\"S1\",\"email\":\"ann@shop.test\"}]".getBytes(StandardCharsets.UTF_8));
        to.sendBody("direct:start", List.of(Map.of("id", "S2", "email", "bob@shop.test")));
        to.sendBody("direct:start", Map.of("id", "S3", "email", "cat@shop.test"));
        assertThat(home.emails()).containsExactly("ann@shop.test", "bob@shop.test", "cat@shop.test");
    }

    @Test
    void single_messages_share_a_run_that_ends_with_the_hub() {
        ProducerTemplate to = direct("json");
        for (int n = 0; n < 20; n++) {
            to.sendBody("direct:start", Map.of("id", "S" + n, "email", "p" + n + "@shop.test"));
        }
        assertThat(home.runs.list("direct", 10)).hasSize(1);
        assertThat(home.lastRun("direct").status()).isEqualTo(RunStatus.RUNNING);
        assertThat(home.lastRun("direct").counts().stored()).isEqualTo(20);
        home.stopRoutes();
        assertThat(home.lastRun("direct").status()).isEqualTo(RunStatus.DONE);
    }

    @Test
    void a_body_without_a_format_is_an_error_that_says_what_to_write() {
        ProducerTemplate to = home.routes("direct", DIRECT.replace("?format=FORMAT", ""))
                .start()
                .context()
                .createProducerTemplate();
        assertThatThrownBy(() -> to.sendBody("direct:start", "id,email"))
                .isInstanceOf(CamelExecutionException.class)
                .cause()
                .hasMessageContaining("say what its bytes are with \"format\": csv, jsonl or json");
    }

    @Test
    void keys_can_be_named_at_the_step() {
        ProducerTemplate to = home.routes("direct", DIRECT.replace("?format=FORMAT", "?format=csv&key=branch,no"))
                .start()
                .context()
                .createProducerTemplate();
        to.sendBody("direct:start", "branch,no,email\nLeeds,1,ann@shop.test\nYork,1,bob@shop.test\n");
        assertThat(home.emails()).containsExactly("ann@shop.test", "bob@shop.test");
    }

    @Test
    void a_mail_with_a_csv_attachment_feeds_the_store() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        mail.start();
        try {
            mail.setUser("till@shop.test", "till", "secret");
            home.routes("mail", """
                            - route:
                                id: mail
                                from:
                                  uri: "imap:127.0.0.1:PORT"
                                  parameters: { username: till, password: "{{env:MAIL_PASSWORD}}", delay: 500, initialDelay: 100 }
                                  steps:
                                    - setBody: { simple: "${attachmentContent(customers.csv)}" }
                                    - to: { uri: hub:ingest/shop-customers, parameters: { format: csv } }
                            """.replace(
                                    "PORT", String.valueOf(mail.getImap().getPort())))
                    .start(Map.of("MAIL_PASSWORD", "secret"));
            Transport.send(message(mail));
            await(Duration.ofSeconds(60), () -> home.emails().size() == 2);
            assertThat(home.emails()).containsExactly("ann@shop.test", "bob@shop.test");
        } finally {
            mail.stop();
        }
    }

    private static MimeMessage message(GreenMail mail) throws Exception {
        MimeMessage message = new MimeMessage(mail.getSmtp().createSession());
        message.setFrom(new InternetAddress("branch@shop.test"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("till@shop.test"));
        message.setSubject("Customers of today");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("As every evening.");
        MimeBodyPart csv = new MimeBodyPart();
        csv.setText("id,email\nS1,ann@shop.test\nS2,bob@shop.test\n", "UTF-8", "csv");
        csv.setFileName("customers.csv");
        message.setContent(new MimeMultipart(text, csv));
        return message;
    }

    private static final String DIRECT = """
            - route:
                id: direct
                from:
                  uri: direct:start
                  steps:
                    - to: { uri: "hub:ingest/shop-customers?format=FORMAT" }
            """;

    private ProducerTemplate direct(String format) {
        return home.routes("direct", DIRECT.replace("FORMAT", format))
                .start()
                .context()
                .createProducerTemplate();
    }

    /** A folder of the home, by its relative name. */
    private static String drop(String format) {
        return """
                - route:
                    id: drop
                    from:
                      uri: file:data/drop
                      parameters: { delay: 200, initialDelay: 10, readLock: none }
                      steps:
                        - to: { uri: hub:ingest/shop-customers, parameters: { format: FORMAT } }
                """.replace("FORMAT", format);
    }

    private static void await(Duration patience, BooleanSupplier until) throws InterruptedException {
        Instant end = Instant.now().plus(patience);
        while (!until.getAsBoolean()) {
            assertThat(Instant.now()).as("patience").isBefore(end);
            Thread.sleep(50);
        }
    }
}
