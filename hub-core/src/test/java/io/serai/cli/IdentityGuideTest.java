package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.TestHome;
import io.serai.cli.Commands.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Everything that docs/guide/identity.md tells people to write or to run is written and run here, as it stands there. */
class IdentityGuideTest {

    private static final Path GUIDE = Path.of("../docs/guide/identity.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    private Path folder;

    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(Files.readString(GUIDE));
        while (matcher.find()) {
            if (matcher.group(1).equals(language)) {
                blocks.add(matcher.group(2));
            }
        }
        return blocks;
    }

    @TestFactory
    Stream<DynamicTest> every_file_of_the_guide_passes_the_check_of_the_home_in_this_repository() throws IOException {
        return blocks("yaml").stream().map(block -> {
            String file = block.lines().findFirst().orElse("").replaceFirst("^# ", "");
            return DynamicTest.dynamicTest(file, () -> {
                assertThat(file).as("a block begins with the name of its file").matches("(config|routes)/.*\\.yaml");
                Path home = Files.createDirectory(folder.resolve("home" + block.hashCode()));
                copy(Path.of(".."), home);
                Files.createDirectories(home.resolve(file).getParent());
                Files.writeString(home.resolve(file), block);
                Answer check = new Commands(home).hub("check", "--json");
                List<String> about = new ArrayList<>();
                check.json().forEach(problem -> {
                    if (problem.get("file").asText().equals(file)) {
                        about.add(problem.toString());
                    }
                });
                assertThat(about).isEmpty();
            });
        });
    }

    private static void copy(Path from, Path to) throws IOException {
        for (String part : new String[] {"config", "routes", "connectors"}) {
            try (Stream<Path> files = Files.walk(from.resolve(part))) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(file -> !file.toString().contains("target")
                                && !file.toString().contains("/src/"))
                        .toList()) {
                    Path copy = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    @Test
    void every_command_of_the_guide_works_in_the_order_of_the_guide() throws IOException {
        TestHome home = PeopleHome.lay(folder);
        home.file(
                "people.csv",
                "person,given,family,born\n1,Ann,Mill,1980-02-03\n1,Anne,Mill,1980-02-03\n2,Bo,Dale,1970-01-09\n");
        home.file(
                "data/crm/more.csv",
                "id,email,given,family,born,street,postcode,town,phone,news\n"
                        + "5,,Dov,Larkspur,1958-12-01,9 Abbey Close,CA1 1LN,Carlisle,,\n"
                        + "6,,Dov,Larkspur,1958-12-01,9 Abbey Close,CA1 1LN,Carlisle,,\n");
        assertThat(home.sync("crm-people").counts().stored()).isEqualTo(2);
        List<String> commands = blocks("").stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("./hub "))
                .toList();
        assertThat(commands).hasSizeGreaterThan(15);
        for (String command : commands) {
            String line = command.replaceFirst("^\\./hub ", "").replaceFirst("\\s+# .*", "");
            List<String> words = new ArrayList<>();
            Matcher matcher = WORD.matcher(meant(line));
            while (matcher.find()) {
                words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
            }
            Answer answer = new Commands(folder).hub(words.toArray(String[]::new));
            assertThat(answer.exitCode())
                    .as(command + "\n" + answer.out() + answer.err())
                    .isZero();
        }
        assertThat(folder.resolve("report.html")).isNotEmptyFile();
    }

    /** The people, the pair and the files that the guide's examples stand for, here. */
    private String meant(String line) {
        String meant = line.replace("people.csv", folder.resolve("people.csv").toString())
                .replace("report.html", folder.resolve("report.html").toString())
                .replace("ann@example.org", "ann@mail.example")
                .replace("P12", "shop_id:S1")
                .replace("P40", "shop_id:S2")
                .replace("crm/contacts 3", "crm/people 1");
        if (line.startsWith("review accept") || line.startsWith("review reject")) {
            return line.replaceFirst("\\d+", nextReview());
        }
        return meant;
    }

    private String nextReview() {
        return new Commands(folder)
                .hub("review", "list", "--json")
                .json()
                .get(0)
                .get("review")
                .asText();
    }
}
