package io.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.TestHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The homes that the guide's pages are about. */
final class GuideHomes {

    private static final Path REPOSITORY = Path.of("..");

    private static final String PHILIPPA = "email:philippa.thornley@mail.example";

    private GuideHomes() {}

    /** Copies the home of this repository; another demo may be running on the ports that it names. */
    static void demo(Path home) throws IOException {
        for (String part : new String[] {"config", "routes", "connectors/shopify", "connectors/mailchimp"}) {
            try (Stream<Path> files = Files.walk(REPOSITORY.resolve(part))) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(file -> !file.toString().contains("target")
                                && !file.toString().contains("/src/"))
                        .toList()) {
                    Path copy =
                            home.resolve(REPOSITORY.relativize(file).toString().replaceFirst("^connectors", "plugins"));
                    Files.createDirectories(copy.getParent());
                    Files.write(copy, Files.readAllBytes(file));
                }
            }
        }
        free(home.resolve("config/connections/shop.yaml"));
        free(home.resolve("config/connections/mail.yaml"));
    }

    private static void free(Path file) throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            Files.writeString(
                    file,
                    Files.readString(file).replaceFirst("127\\.0\\.0\\.1:\\d+", "127.0.0.1:" + free.getLocalPort()));
        }
    }

    /** A test has no secrets: any text stands for those of the environment. */
    static void withoutSecrets(TestHome home) {
        try (Stream<Path> files = Files.walk(home.folder().resolve("config"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                if (text.contains("{{env:")) {
                    Files.writeString(file, text.replaceAll("\\{\\{env:\\w+}}", "us1-any"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The people, pairs and files that the guide's examples stand for, in a home. */
    record Meant(Path home) {

        String of(String line) {
            String meant = line;
            for (String file : new String[] {"people.csv", "report.html", "monday.db"}) {
                meant = meant.replaceFirst("(\\S*/)?" + file, home + "/$1" + file);
            }
            if (line.startsWith("profile split")) {
                return "profile split " + PHILIPPA + " " + aRecord();
            }
            if (line.startsWith("apply") && isDemo()) {
                return "apply " + aPlan();
            }
            return meant.replace("email:ann@example.org", PHILIPPA);
        }

        private String aRecord() {
            JsonNode record = new Commands(home)
                    .hub("profile", "show", PHILIPPA, "--json")
                    .json()
                    .get("records")
                    .get(0);
            return record.get("source").asText() + " " + record.get("key").asText();
        }

        private String aPlan() {
            return new Commands(home)
                    .hub("plan", "vips-to-exports", "--json")
                    .json()
                    .get("plan")
                    .asText();
        }

        private boolean isDemo() {
            return Files.exists(home.resolve("routes/vips-to-exports.camel.yaml"));
        }
    }
}
