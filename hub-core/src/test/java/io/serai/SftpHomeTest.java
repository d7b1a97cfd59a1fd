package io.serai;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.sync.RunStatus;
import io.serai.sync.RunView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A till that leaves its sales on a real SFTP server. */
class SftpHomeTest {

    private static final String STOPS_ON_THE_SECOND_PAGE = """
            - route:
                id: sales
                from:
                  uri: hub:pull/till/sales
                  steps:
                    - filter:
                        simple: "${header.HubPage} == 2"
                        steps:
                          - throwException: { exceptionType: java.lang.IllegalStateException, message: "The till was unplugged" }
                    - to: { uri: hub:ingest/sales }
            """;

    @TempDir
    private Path folder;

    private final SshServer server = SshServer.setUpDefaultServer();
    private TestHome home;

    @BeforeEach
    void a_till_on_a_server() throws IOException {
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(folder.resolve("host.key")));
        server.setPasswordAuthenticator(
                (user, password, session) -> user.equals("till") && password.equals("s3cr)t&?"));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder.resolve("remote")));
        Files.createDirectories(folder.resolve("remote/sales"));
        server.start();
        home = new TestHome(folder.resolve("home"))
                .file("secrets/till", "s3cr)t&?\n")
                .config("connections/till.yaml", """
                        connector: files
                        settings:
                          uri: "sftp://127.0.0.1:%d/sales?useUserKnownHostsFile=false&strictHostKeyChecking=no"
                          user: till
                          password: "{{file:secrets/till}}"
                          streams: { sales: { pattern: "sales-*.csv", key: receipt } }
                        """.formatted(server.getPort()))
                .config("identity.yaml", "identifiers: [ { name: loyalty } ]\nmatching: off\n")
                .config("mappings/sales.yaml", """
                        from: till/sales
                        to: order
                        person: { loyalty: card }
                        fields: { id: receipt, time: at, total: amount }
                        """)
                .pull("sales", "till/sales");
        remote("sales-1.csv", 0, 7000);
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(true);
    }

    private void remote(String file, int from, int to) throws IOException {
        Files.writeString(
                folder.resolve("remote/sales/" + file),
                "receipt,card,at,amount\n"
                        + IntStream.range(from, to)
                                .mapToObj(n -> "R" + n + ",C" + n % 500 + ",2026-01-02T10:00:00Z,1.50\n")
                                .collect(Collectors.joining()));
    }

    @Test
    void a_pull_that_broke_in_the_middle_of_a_file_goes_on_there_and_then_takes_what_is_new() throws IOException {
        home.file("routes/sales.camel.yaml", STOPS_ON_THE_SECOND_PAGE);
        RunView broken = home.sync("sales");
        assertThat(broken.status()).isEqualTo(RunStatus.FAILED);
        assertThat(broken.message()).contains("The till was unplugged");
        long stored = broken.counts().stored();
        assertThat(stored).isBetween(1L, 6999L);

        home.pull("sales", "till/sales");
        RunView rest = home.sync("sales");
        assertThat(rest.status()).as(rest.message()).isEqualTo(RunStatus.DONE);
        assertThat(rest.counts().stored()).isEqualTo(7000 - stored);
        assertThat(rest.counts().read()).isLessThan(7000);

        remote("sales-2.csv", 7000, 7010);
        RunView added = home.sync("sales");
        assertThat(added.counts().stored()).isEqualTo(10);
        remote("sales-2.csv", 7000, 7012);
        assertThat(home.sync("sales").counts().stored()).isEqualTo(2);
        assertThat(home.keys()).hasSize(7012);
        try (var left = Files.list(folder.resolve("remote/sales"))) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("sales-1.csv", "sales-2.csv");
        }
    }

    @Test
    void a_refused_login_is_a_sentence_without_the_password() {
        home.file("secrets/till", "wr0ng-secret");
        RunView refused = home.sync("sales");
        assertThat(refused.status()).isEqualTo(RunStatus.FAILED);
        assertThat(refused.message())
                .contains("till/sales", "refused the login")
                .doesNotContain("wr0ng-secret");
    }
}
