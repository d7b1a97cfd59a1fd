package io.serai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a terminal of its own, which {@code script} lends. */
class ColoursTest {

    private static final String COLOUR = "\u001b[";

    @TempDir
    private Path folder;

    @BeforeEach
    void a_home() {
        Homes.shop(folder);
    }

    @Test
    void a_terminal_gets_colours() throws Exception {
        assertThat(onTerminal(Map.of("TERM", "xterm"))).contains(COLOUR, "All is well");
    }

    @Test
    void a_terminal_gets_none_with_no_color() throws Exception {
        assertThat(onTerminal(Map.of("TERM", "xterm", "NO_COLOR", "1")))
                .contains("All is well")
                .doesNotContain(COLOUR);
    }

    @Test
    void a_pipe_gets_none() {
        assertThat(HubProcess.run(folder, "check").out())
                .contains("All is well")
                .doesNotContain(COLOUR);
    }

    private String onTerminal(Map<String, String> environment) throws IOException, InterruptedException {
        String command = Path.of(System.getProperty("java.home"), "bin", "java")
                + " -XX:TieredStopAtLevel=1 -cp \"$SERAI_CLASSES\"" + " io.serai.cli.Main check";
        ProcessBuilder builder = new ProcessBuilder("script", "-qec", command, "/dev/null")
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectErrorStream(true);
        builder.environment().remove("NO_COLOR");
        builder.environment().putAll(environment);
        builder.environment().put("SERAI_CLASSES", System.getProperty("java.class.path"));
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return abort("no script command to borrow a terminal from");
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said;
    }
}
