package io.serai.demo;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Copies of the repository's own home for tests, with fakes on free ports. */
final class DemoHome {

    private DemoHome() {}

    /** The repository's root: the folder above the module's. */
    static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("config/hub.yaml"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** Copies {@code config/} and {@code routes/}; another demo may be running on the ports that they name. */
    static void lay(Path home) throws IOException {
        for (String part : new String[] {"config", "routes"}) {
            Path source = repository().resolve(part);
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy =
                            home.resolve(part).resolve(source.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        move(home, "shop");
        move(home, "mail");
    }

    private static void move(Path home, String connection) throws IOException {
        Path file = home.resolve("config/connections/" + connection + ".yaml");
        try (ServerSocket free = new ServerSocket(0)) {
            Files.writeString(
                    file,
                    Files.readString(file).replaceFirst("127\\.0\\.0\\.1:\\d+", "127.0.0.1:" + free.getLocalPort()));
        }
    }
}
