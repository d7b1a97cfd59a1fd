package io.serai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {

    @TempDir
    private Path around;

    @Test
    void it_goes_with_all_that_is_in_it() throws IOException {
        Path path;
        try (TemporaryFolder folder = TemporaryFolder.create("temporary")) {
            path = folder.path();
            Files.createDirectories(path.resolve("deep/deeper"));
            Files.writeString(path.resolve("deep/deeper/file"), "x");
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void it_may_be_moved_away_and_stays_there() throws IOException {
        Path home = around.resolve("home");
        try (TemporaryFolder folder = new TemporaryFolder(Files.createDirectory(around.resolve("fresh")))) {
            Files.writeString(folder.path().resolve("file"), "x");
            Files.move(folder.path(), home);
        }
        assertThat(home.resolve("file")).hasContent("x");
    }
}
