package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.serai.TestHome;
import io.serai.cli.Commands.Answer;
import io.serai.cli.GuidePage.Block;
import io.serai.config.Problem;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every block between fences in docs/guide and README.md is written, run or read here. The pages share two homes: the demo
 * retailer after {@code hub demo}, and the bakery of the first hour.
 */
class GuideTest {

    private static final Set<String> BAKERY = Set.of("first-hour", "production", "troubleshooting");

    /** Blocks that cannot be run in a test, by a line of theirs, and why. */
    private static final Map<String, String> NOT_RUN = Map.of(
            "shop · till · CRM · mail service", "a picture",
            "bakery/", "the folders of a home, as a tree",
            "mvn -q verify", "this build; the demo beside it ran first");

    /** Commands that are only read: they do not end, ask somebody, or ran before everything else. */
    private static final Pattern ONLY_READ = Pattern.compile("(run|demo)\\b.*|init \\w+");

    /** What exits otherwise than with 0, and why that is right. */
    private static final Map<String, Integer> EXIT_CODES = Map.of(
            "README doctor", 1, // the fakes of shop and mail are gone with the demo
            "first-hour sync sales", 3, // one receipt has a date that is none
            "routes route try till-sales", 3); // some sales of the demo have a total that is none

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    private static Path folder;

    private static Path demo;
    private static TestHome bakery;

    @BeforeAll
    static void the_demo_has_run() throws IOException {
        demo = Files.createDirectory(folder.resolve("demo"));
        GuideHomes.demo(demo);
        Answer story = new Commands(demo).hub("demo");
        assertThat(story.exitCode()).as(story.out() + story.err()).isZero();
        Files.writeString(
                demo.resolve("people.csv"),
                "person,given,family,born\n1,Ann,Mill,1980-02-03\n1,Anne,Mill,1980-02-03\n2,Bo,Dale,1970-01-09\n");
        bakery = new TestHome(Files.createDirectory(folder.resolve("laid")));
        GuidePage.of("first-hour").lay(bakery);
    }

    private static Stream<GuidePage> pages() throws IOException {
        List<GuidePage> pages = new ArrayList<>(List.of(new GuidePage(Path.of("../README.md"))));
        Guide.NAMES.forEach(name -> pages.add(GuidePage.of(name)));
        return pages.stream();
    }

    @Test
    void every_page_of_the_guide_is_in_the_help_and_the_other_way_round() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../docs/guide"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Guide.NAMES.stream().map(name -> name + ".md").toList());
        }
    }

    @TestFactory
    Stream<DynamicContainer> every_block_is_written_run_or_read() throws IOException {
        return pages().map(page -> DynamicContainer.dynamicContainer(
                page.name(),
                page.blocks().stream()
                        .map(block -> DynamicTest.dynamicTest(
                                "line " + block.line() + " " + block.language(), () -> hold(page, block)))));
    }

    private static void hold(GuidePage page, Block block) throws Exception {
        boolean shown = NOT_RUN.keySet().stream().anyMatch(block.text()::contains);
        boolean said = block.text().lines().anyMatch(line -> line.startsWith("$ hub "));
        if (shown) {
            return;
        }
        if (page.name().equals("routes") && said) {
            assertThat(Files.readString(Path.of("src/test/java/io/serai/cli/RoutesGuideTest.java")))
                    .as("another test runs this page's commands")
                    .contains("hub(\"check\")", "hub(\"sync\", \"members-with-level\")");
            return;
        }
        switch (said ? "console" : block.language()) {
            case "yaml" -> check(page, block);
            case "console" -> run(page, block);
            case "bash", "sh", "" -> commands(page, block);
            case "ini" -> unit(block);
            case "properties" -> new Properties().load(new StringReader(block.text()));
            case "json" -> TestHome.json(block.text());
            case "csv" -> assertThat(block.file()).isPresent();
            case "text" -> shownBy(page, block);
            default -> fail("No rule covers this block: say what it is behind its fence.");
        }
    }

    /** A file of a home passes the check among the others of its page. */
    private static void check(GuidePage page, Block block) throws IOException {
        String name = block.file().orElse("");
        assertThat(name)
                .as("a block of YAML begins with the name of its file, # config/…")
                .isNotEmpty();
        TestHome home = new TestHome(Files.createTempDirectory(folder, "check"));
        boolean ofBakery = BAKERY.contains(page.name()) || page.name().equals("routes");
        if (ofBakery) {
            GuidePage.of("first-hour").lay(home);
        } else {
            GuideHomes.demo(home.folder());
        }
        page.lay(home);
        home.file(name, block.text());
        GuideHomes.withoutSecrets(home);
        List<String> about = home.errors().stream()
                .filter(problem -> problem.position().file().equals(name))
                .map(Problem::toString)
                .toList();
        assertThat(about).isEmpty();
    }

    /** Commands with what they print. */
    private static void run(GuidePage page, Block block) {
        Answer answer = null;
        int at = 0;
        for (String line : block.text().lines().toList()) {
            if (line.startsWith("$ hub ")) {
                answer = hub(page, line.substring("$ hub ".length()));
                at = 0;
            } else if (!line.equals("…")) {
                String printed = shape(answer.out() + answer.err());
                int found = printed.indexOf(shape(line), at);
                assertThat(found)
                        .as("%s%nshows: %s%nprints: %s", page.name(), line, answer)
                        .isNotNegative();
                at = found + shape(line).length();
            }
        }
    }

    /** Without what differs from day to day. */
    private static String shape(String text) {
        return text.replaceAll("\\d+([.,]\\d+)*", "0")
                .replaceAll("[ \\t]+", " ")
                .strip();
    }

    private static void commands(GuidePage page, Block block) throws Exception {
        List<String> lines =
                block.text().lines().filter(line -> !line.isBlank()).toList();
        if (lines.stream().allMatch(line -> line.startsWith("./hub "))) {
            lines.forEach(line -> hub(page, line.substring("./hub ".length())));
            return;
        }
        Process shell = new ProcessBuilder(block.language().equals("sh") ? List.of("sh", "-e") : List.of("sh", "-n"))
                .directory(bakery.folder().toFile())
                .redirectErrorStream(true)
                .start();
        try (PrintStream in = new PrintStream(shell.getOutputStream())) {
            in.print(block.text());
        }
        String said = new String(shell.getInputStream().readAllBytes());
        assertThat(shell.waitFor()).as(block.text() + said).isZero();
        boolean runs = block.language().equals("sh");
        for (String line : lines) {
            assertThat(runs || line.startsWith("sudo "))
                    .as("No rule covers: " + line)
                    .isTrue();
            installed(line);
        }
    }

    private static void unit(Block block) {
        assertThat(block.text().lines().findFirst().orElse("")).startsWith("# /etc/systemd/system/serai");
        for (String line : block.text().lines().skip(1).toList()) {
            assertThat(line).matches("|\\[(Unit|Service|Timer|Install)]|[A-Z][A-Za-z]+=\\S.*");
            installed(line);
        }
    }

    /** What a line calls of the installed hub exists, with these options. */
    private static void installed(String line) {
        Matcher call = Pattern.compile("/opt/serai/hub ([^'\\n]*)").matcher(line.replaceAll("\\$\\([^)]*\\)", "x"));
        if (call.find()) {
            parse(words(call.group(1)));
        }
    }

    private static Answer hub(GuidePage page, String line) {
        String command = line.replaceFirst("\\s+# .*", "");
        List<String> words = words(command);
        if (ONLY_READ.matcher(command).matches()) {
            parse(words);
            return new Answer(0, "", "");
        }
        Path home = BAKERY.contains(page.name()) ? bakery.folder() : demo;
        if (words.get(0).equals("init")) {
            words.set(1, folder.resolve(words.get(1)).toString());
            Answer made = Commands.anywhere(words.toArray(String[]::new));
            assertThat(made.exitCode()).as(command + made).isZero();
            return made;
        }
        Answer answer = new Commands(home)
                .hub(words(new GuideHomes.Meant(home).of(command)).toArray(String[]::new));
        int expected = EXIT_CODES.getOrDefault(page.name() + " " + command, 0);
        assertThat(answer.exitCode())
                .as("%s: hub %s%n%s%s", page.name(), command, answer.out(), answer.err())
                .isEqualTo(expected);
        return answer;
    }

    private static void parse(List<String> words) {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        String[] arguments = words.toArray(String[]::new);
        CommandTable.parser(new Terminal(nowhere, nowhere, false, false), arguments)
                .parseArgs(arguments);
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line.strip());
        while (matcher.find()) {
            words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return words;
    }

    /** Output that stands for itself: the command before it prints lines of that form. */
    private static void shownBy(GuidePage page, Block block) {
        Answer answer = hub(page, "segment explain lapsed-vips P2");
        String form =
                "(?s)P\\d+ is (not )?in lapsed-vips.*of 4 rules hold, needs all.*lifetime_value is .*within 90 days.*";
        assertThat(block.text()).matches(form);
        assertThat(answer.out()).matches(form);
    }
}
