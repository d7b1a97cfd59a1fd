package io.serai.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and what was probably meant. */
final class CommandLineMistake implements IParameterExceptionHandler {

    private final Terminal terminal;

    CommandLineMistake(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        terminal.say(mistake.getMessage().replaceFirst("is not an? (int|long)$", "is not a whole number"));
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            List<String> meant = new ArrayList<>();
            unmatched.getUnmatched().stream().findFirst().ifPresent(word -> io.serai.config.Suggestion.nearest(
                            word, names(command))
                    .ifPresent(meant::add));
            meant.forEach(word -> terminal.say("Did you mean \"" + word + "\"?"));
        }
        terminal.say("See: hub " + path(command) + "--help");
        return ExitCode.USAGE;
    }

    private static List<String> names(CommandLine command) {
        List<String> names = new ArrayList<>(command.getSubcommands().keySet());
        command.getCommandSpec().options().forEach(option -> names.addAll(List.of(option.names())));
        return names;
    }

    private static String path(CommandLine command) {
        String name = command.getCommandSpec().qualifiedName(" ");
        return name.equals("hub") ? "" : name.substring("hub ".length()) + " ";
    }
}
