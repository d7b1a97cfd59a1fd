package io.serai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.serai.sync.RunStatus;
import io.serai.sync.RunView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real file system that is full. Mounting one needs rights that not everybody has. */
class FullDiskTest {

    @TempDir
    private Path folder;

    @Test
    void a_full_disk_stops_the_run_with_a_sentence_and_the_next_run_goes_on_when_there_is_room() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("data"));
        assumeTrue(
                command("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk.toString()),
                "cannot mount a small disk");
        try {
            TestHome home = Homes.shop(folder);
            home.file(
                    "config/connections/shop.yaml",
                    home.text("config/connections/shop.yaml").replace("data/shop", "shop"));
            StringBuilder customers = new StringBuilder("id,email,name,news\n");
            for (int n = 0; n < 12_000; n++) {
                customers.append("S%d,person%d@example.test,%s,yes\n".formatted(n, n, "name ".repeat(20)));
            }
            home.file("shop/customers.csv", customers.toString());

            RunView full = home.sync("customers");
            assertThat(full.status()).isEqualTo(RunStatus.FAILED);
            assertThat(full.message()).containsIgnoringCase("disk is full").doesNotContain("Exception");
            assertThat(full.counts().stored()).isLessThan(12_000);

            assertThat(command("mount", "-o", "remount,size=200m", disk.toString()))
                    .isTrue();
            RunView healed = home.sync("customers");
            assertThat(healed.status()).as(healed.message()).isEqualTo(RunStatus.DONE);
            assertThat(home.keys()).hasSize(12_000);
            assertThat(home.rows("PRAGMA integrity_check").get(0)).containsExactly("ok");
        } finally {
            command("umount", "-l", disk.toString());
        }
    }

    private static boolean command(String... words) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
