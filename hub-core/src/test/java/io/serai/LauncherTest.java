package io.serai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With which compilers the launcher starts the hub, told by a Java that only says what it was asked for. */
class LauncherTest {

    private static final String FIRST_ALONE = "-XX:TieredStopAtLevel=1";
    private static final String SECOND_LATER = "-XX:Tier4InvocationThreshold=200000";

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void an_installation_that_is_built_and_a_home() throws IOException {
        Path installed = Files.createDirectories(folder.resolve("installed"));
        Files.copy(Path.of("../hub"), installed.resolve("hub"));
        Files.createDirectories(installed.resolve("hub-core/target"));
        Files.createFile(installed.resolve("hub-core/target/hub-core-0.1.0-SNAPSHOT.jar"));
        Files.createDirectories(installed.resolve("target"));
        Files.createFile(installed.resolve("target/hub-built"));
        Path java = Files.createDirectories(folder.resolve("java/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho '    java.specification.version = 17'\necho \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        home = Files.createDirectories(folder.resolve("home"));
        Files.createDirectories(home.resolve("config"));
        Files.createFile(home.resolve("config/hub.yaml"));
    }

    private String started(Path where, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("bash", folder.resolve("installed/hub").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("java").toString());
        builder.environment().remove("HUB_JAVA_OPTIONS");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private void keep(String file, int megabytes) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        byte[] megabyte = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(path)) {
            for (int i = 0; i < megabytes; i++) {
                out.write(megabyte);
            }
        }
    }

    @Test
    void a_home_that_keeps_little_has_the_first_compiler_alone() throws Exception {
        keep("data/in/customers.csv", 20);
        keep("data/hub.db", 20);

        assertThat(started(home, "sync", "customers")).contains(FIRST_ALONE).doesNotContain(SECOND_LATER);
        assertThat(started(folder, "sync", "customers", "--home", "home")).contains(FIRST_ALONE);
        assertThat(started(folder, "sync", "--home=home", "customers")).contains(FIRST_ALONE);
    }

    @Test
    void what_a_home_keeps_counts_together() throws Exception {
        keep("data/in/customers.csv", 20);
        keep("data/in/more/customers.csv", 20);
        keep("data/hub.db", 20);

        assertThat(started(home, "sync", "customers")).contains(SECOND_LATER).doesNotContain(FIRST_ALONE);
        assertThat(started(folder, "sync", "customers", "--home", "home")).contains(SECOND_LATER);
    }

    @Test
    void a_file_counts_where_a_link_leads_to_it() throws Exception {
        keep("elsewhere/customers.csv", 60);
        Files.createDirectories(home.resolve("data/in"));
        Files.createSymbolicLink(home.resolve("data/in/customers.csv"), home.resolve("elsewhere/customers.csv"));

        assertThat(started(home, "sync", "customers")).contains(SECOND_LATER);
    }

    @Test
    void a_home_of_which_nothing_is_known_has_both_compilers() throws Exception {
        assertThat(started(home, "sync", "customers")).contains(SECOND_LATER).doesNotContain(FIRST_ALONE);
    }

    @Test
    void a_hub_that_keeps_running_has_both_compilers_as_usual() throws Exception {
        keep("data/hub.db", 1);

        assertThat(started(home, "run")).doesNotContain(FIRST_ALONE).doesNotContain(SECOND_LATER);
    }
}
