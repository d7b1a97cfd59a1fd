package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CommandTableTest {

    @Test
    void every_command_is_found_by_the_name_that_it_gives_itself() {
        assertThat(CommandTable.NAMES).allSatisfy(name -> assertThat(
                        CommandTable.command(name).getAnnotation(Command.class).name())
                .isEqualTo(name));
    }

    @Test
    void the_overview_shows_what_the_full_description_shows() {
        assertThat(overview("--help")).isEqualTo(overview("help")).contains("Run one route once, now.");
    }

    @Test
    void a_command_line_is_given_the_command_that_it_names_alone() {
        assertThat(parser("sync", "crm").getSubcommands()).containsOnlyKeys("sync");
        assertThat(parser("profile", "find", "x")
                        .getSubcommands()
                        .get("profile")
                        .getSubcommands())
                .containsKeys("find", "show");
    }

    @Test
    void a_name_that_is_none_is_told_what_it_may_have_meant() {
        Commands.Answer answer = Commands.anywhere("snyc");

        assertThat(answer.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(answer.err()).contains("Did you mean \"sync\"?");
    }

    private static String overview(String argument) {
        return parser(argument).getUsageMessage();
    }

    private static CommandLine parser(String... arguments) {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        return CommandTable.parser(new Terminal(nowhere, nowhere, false, false), arguments);
    }
}
