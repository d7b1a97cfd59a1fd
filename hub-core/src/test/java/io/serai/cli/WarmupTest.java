package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmupTest {

    @TempDir
    private Path folder;

    @Test
    void every_command_of_the_warm_up_succeeds_so_that_its_classes_are_kept() throws IOException {
        assertThat(Warmup.run(folder)).isEmpty();
    }
}
