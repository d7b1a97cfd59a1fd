package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.Homes;
import io.serai.Hub;
import io.serai.HubHome;
import io.serai.TestHome;
import io.serai.cli.Commands.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the store that is worth keeping, and the way back to it. */
class BackupCommandTest {

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void a_shop_with_a_customer() {
        home = Homes.shop(folder)
                .file("data/shop/customers.csv", "id,email,name,news\nS1,ann@x.test,Ann,yes\n")
                .file("data/shop/orders.csv", "number,customer,at,total\n");
        assertThat(home.sync("customers").counts().stored()).isEqualTo(1);
    }

    private Answer backup(String name) {
        return new Commands(folder).hub("backup", folder.resolve(name).toString());
    }

    @Test
    void a_copy_beside_a_hub_that_writes_is_whole_and_of_one_moment() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        try (Hub hub = Hub.writing(HubHome.load(folder, Optional.empty()), "run")) {
            Thread writer = new Thread(() -> {
                while (!stop.get()) {
                    hub.runs()
                            .start("customers", io.serai.sync.RunRequest.send(io.serai.sync.Trigger.COMMAND))
                            .finish(io.serai.sync.RunStatus.DONE, null);
                }
            });
            writer.start();
            List<Integer> runs = new ArrayList<>();
            for (int n = 0; n < 5; n++) {
                Answer answer = backup("backups/" + n + ".db");
                assertThat(answer.exitCode()).as(answer.err()).isZero();
                assertThat(answer.out()).contains("read through and sound");
                String url = "jdbc:sqlite:" + folder.resolve("backups/" + n + ".db");
                assertThat(TestHome.rows(url, "SELECT key FROM record")).hasSize(1);
                runs.add(TestHome.rows(url, "SELECT id FROM run").size());
            }
            stop.set(true);
            writer.join();
            assertThat(runs).isSorted();
        }
        try (var files = Files.list(folder.resolve("backups"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("0.db", "1.db", "2.db", "3.db", "4.db");
        }
    }

    @Test
    void only_the_owner_can_read_it() throws IOException {
        assertThat(backup("b.db").exitCode()).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("b.db"))))
                .isEqualTo("rw-------");
    }

    @Test
    void nothing_is_replaced() {
        home.file("b.db", "something else");
        Answer answer = backup("b.db");
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).contains("exists. Name another one: a backup replaces nothing.");
        assertThat(home.text("b.db")).isEqualTo("something else");
    }

    @Test
    void a_store_that_is_put_back_is_read_again_and_loses_nothing() throws IOException {
        assertThat(backup("b.db").exitCode()).isZero();
        home.file("data/shop/customers.csv", "id,email,name,news\nS1,ann@x.test,Ann,yes\nS2,ben@x.test,Ben,yes\n");
        assertThat(home.sync("customers").counts().stored()).isEqualTo(1);
        for (String neighbour : new String[] {"hub.db", "hub.db-wal", "hub.db-shm"}) {
            Files.deleteIfExists(folder.resolve("data/" + neighbour));
        }
        Files.copy(folder.resolve("b.db"), folder.resolve("data/hub.db"));
        assertThat(home.keys()).containsExactly("S1");
        assertThat(home.sync("customers").counts().stored()).isEqualTo(1);
        assertThat(home.keys()).containsExactly("S1", "S2");
    }

    @Test
    void a_home_with_mistakes_can_be_backed_up_and_one_without_a_store_says_so() throws IOException {
        home.config("segments/broken.yaml", "name: [");
        assertThat(backup("b.db").exitCode()).isZero();
        Files.delete(folder.resolve("data/hub.db"));
        Answer answer = backup("c.db");
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).contains("There is no store yet");
    }
}
