package io.serai.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One slip of a finger in a right home: one message, never none with a crash and hardly ever two. */
class TypoTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("SHOP_TOKEN", "s3cr3t-value", "PORT", "8081");
    private static final Pattern KEY = Pattern.compile("(?<=[\\s{,])([A-Za-z_][A-Za-z_0-9]{3,}):(?=[\\s])");
    private static final long SEED = 20_261_123;

    @TempDir
    private Path home;

    private final Map<String, String> files = new LinkedHashMap<>();

    @BeforeEach
    void write() throws IOException {
        HomeText good = HomeText.resource("home.txt");
        good.write(home);
        files.putAll(good.files());
    }

    /** A definition that is renamed is missed wherever it is used; all else is said once, where it is. */
    @Test
    void a_slip_in_any_key_is_one_message_or_harmless() throws IOException {
        Random random = new Random(SEED);
        Map<String, List<String>> several = new TreeMap<>();
        int slips = 0;
        for (Map.Entry<String, String> file : files.entrySet()) {
            Matcher key = KEY.matcher(file.getValue());
            while (key.find()) {
                int at = key.start(1) + 1 + random.nextInt(key.group(1).length() - 2);
                String slipped = slip(file.getValue(), at, random.nextInt(3));
                slips++;
                List<String> said = said(file.getKey(), slipped);
                long here = said.stream()
                        .filter(line -> line.startsWith(file.getKey()))
                        .count();
                if (here > 1 || here == 1 && said.size() > 1) {
                    several.put(file.getKey() + ": " + key.group(1) + " at " + key.start(1), said);
                }
            }
            Files.writeString(home.resolve(file.getKey()), file.getValue());
        }
        assertThat(slips).isGreaterThan(100);
        assertThat(several).as("slips with several messages").isEmpty();
    }

    @Test
    void mistakes_of_several_files_are_all_said_sorted_by_their_places() throws IOException {
        replace("config/segments/vips.yaml", "at_least", "at_lest");
        replace("config/traits.yaml", "sum: order.total", "sum: order.totl");
        replace("routes/customers.camel.yaml", "every: 15m", "evry: 15m");
        replace("routes/customers.camel.yaml", "hub:ingest/shop-customers", "hub:ingest/shop-custmers");
        replace("routes/vips.camel.yaml", "MON-FRI", "MONN-FRI");

        List<Problem> problems =
                new Checker(home, ENVIRONMENT, new DeclaredStreams()).check().problems();

        assertThat(problems).extracting(Problem::position).isSorted();
        assertThat(problems)
                .extracting(problem -> problem.position().file())
                .containsExactly(
                        "config/segments/vips.yaml",
                        "config/traits.yaml",
                        "routes/customers.camel.yaml",
                        "routes/customers.camel.yaml",
                        "routes/vips.camel.yaml");
    }

    private void replace(String file, String from, String to) throws IOException {
        Path path = home.resolve(file);
        Files.writeString(path, Files.readString(path).replace(from, to));
    }

    /** Leaves a letter out, doubles it, or swaps it with the next. */
    private static String slip(String text, int at, int kind) {
        return switch (kind) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + text.charAt(at) + text.substring(at);
            default -> text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
        };
    }

    private List<String> said(String file, String text) throws IOException {
        Files.writeString(home.resolve(file), text);
        List<String> said = new ArrayList<>();
        new Checker(home, ENVIRONMENT, new DeclaredStreams())
                .check()
                .problems()
                .forEach(problem -> said.add(problem.toString()));
        return said;
    }
}
