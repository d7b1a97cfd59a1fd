package io.serai.connectors.files;

import static io.serai.connectors.files.FilesHome.destination;
import static io.serai.connectors.files.FilesHome.mutation;
import static io.serai.connectors.files.FilesHome.pass;
import static io.serai.connectors.files.FilesHome.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.connectors.files.FilesHome.Pass;
import io.serai.connectors.files.FilesSettings.StreamSettings;
import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import io.serai.spi.Cursor;
import io.serai.spi.Op;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

class SftpTest {

    @TempDir
    Path folder;

    private FilesHome home;
    private SshServer server;

    @BeforeEach
    void start() throws IOException {
        home = new FilesHome(folder);
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(folder.resolve("host.key")));
        server.setPasswordAuthenticator(
                (user, password, session) -> user.equals("till") && password.equals("s3cr)t&?"));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder.resolve("remote")));
        Files.createDirectories(folder.resolve("remote/sales"));
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        home.close();
        server.stop(true);
    }

    private FilesConnector open(StreamSettings stream) {
        return open(stream, "sales", "s3cr)t&?");
    }

    private FilesConnector open(StreamSettings stream, String path, String password) {
        return FilesConnector.open(settings(path, password, stream), home);
    }

    private FilesSettings settings(String path, String password, StreamSettings stream) {
        String uri = "sftp://127.0.0.1:" + server.getPort() + "/" + path
                + "?useUserKnownHostsFile=false&strictHostKeyChecking=no";
        return new FilesSettings(uri, "till", password, Map.of("sales", stream));
    }

    @Test
    void files_of_a_server_are_read_in_pages_and_left_where_they_are() throws IOException {
        home.file("remote/sales/sales-1.csv", "receipt,amount\n" + rows(0, 7000));
        home.file("remote/sales/sales-2.csv", "receipt,amount\nX,1\n");
        home.file("remote/sales/notes.txt", "no");
        FilesConnector till = open(source("sales-*.csv", "receipt"));
        till.check();
        Pass first = pass(till, Cursor.START);
        assertThat(first.keys()).hasSize(7001).doesNotHaveDuplicates();
        assertThat(first.cursors()).hasSize(2);
        FilesConnector again = open(source("sales-*.csv", "receipt"));
        assertThat(pass(again, first.cursors().get(1)).keys())
                .isEqualTo(first.keys().subList(5000, 7001));
        again.close();
        assertThat(pass(till, first.end()).changes()).isEmpty();

        home.file("remote/sales/sales-3.csv", "receipt,amount\nY,1\n");
        assertThat(pass(till, first.end()).keys()).containsExactly("Y");
        try (var left = Files.list(folder.resolve("remote/sales"))) {
            assertThat(left).hasSize(4);
        }
        till.close();
    }

    private static String rows(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> "R" + n + ",1\n").collect(Collectors.joining());
    }

    @Test
    void a_file_in_a_subfolder_is_read_by_its_relative_name() {
        home.file("remote/sales/york/sales-1.csv", "receipt,amount\nR1,1\n");
        FilesConnector till = open(source("*/sales-*.csv", "line"));
        assertThat(pass(till, Cursor.START).keys()).containsExactly("york/sales-1.csv:2");
        till.close();
    }

    @Test
    void nothing_of_a_server_stays_here_once_its_folder_is_closed() throws IOException {
        home.file("remote/sales/york/east/sales-1.csv", "receipt,amount\nR1,1\n");
        Folder sales = FolderUri.open(settings("sales", "s3cr)t&?", source("*/*/sales-*.csv", "receipt")), home);
        FoundFile found = sales.list("*/*/sales-*.csv").get(0);
        Path copy = sales.content(found).orElseThrow();
        assertThat(copy).hasContent("receipt,amount\nR1,1");
        sales.close();
        assertThat(copy.getParent()).doesNotExist();
    }

    @Test
    void a_file_that_vanishes_while_it_is_read_is_read_from_the_copy_that_was_taken() throws IOException {
        Path file = home.file("remote/sales/sales-1.csv", "receipt,amount\n" + rows(0, 7000));
        FilesConnector till = open(source("sales-*.csv", "receipt"));
        var page = till.read(till.streams().get(0), Cursor.START);
        Files.delete(file);
        Pass rest = pass(till, page.next());
        assertThat(rest.keys()).hasSize(2000);
        till.close();
    }

    @Test
    void a_destination_on_a_server_is_replaced_as_a_whole() throws IOException {
        FilesConnector out = open(destination("vips.csv", "email"));
        for (int round = 0; round < 3; round++) {
            out.write(
                    out.streams().get(0),
                    List.of(mutation("m" + round, Op.UPSERT, "a" + round + "@x", "email", "a" + round + "@x")));
            out.commit(out.streams().get(0));
        }
        assertThat(Files.readString(folder.resolve("remote/sales/vips.csv"))).isEqualTo("email\na0@x\na1@x\na2@x\n");
        try (var left = Files.list(folder.resolve("remote/sales"))) {
            assertThat(left).hasSize(1);
        }
        out.close();
    }

    @Test
    void a_wrong_password_a_missing_folder_and_a_server_that_is_down_are_told_apart() throws IOException {
        assertThatThrownBy(
                        () -> open(source("*.csv", "receipt"), "sales", "wrong").check())
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIG))
                .hasMessageContaining("refused the login")
                .hasMessageNotContaining("wrong");
        assertThatThrownBy(() ->
                        open(source("*.csv", "receipt"), "nowhere", "s3cr)t&?").check())
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIG))
                .hasMessageContaining("nowhere")
                .hasMessageContaining("does not exist");
        FilesConnector till = open(source("*.csv", "receipt"));
        server.stop(true);
        assertThatThrownBy(() -> pass(till, Cursor.START))
                .isInstanceOfSatisfying(
                        ConnectorException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TRANSIENT))
                .hasMessageEndingWith("could not be reached: nothing answers at that port");
    }
}
