package io.serai.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands that the hub has, in the order of its help. Describing all of them to the parser takes longer than many a command runs:
 * a command line is given those that it names, and an overview no more than names and sentences.
 */
final class CommandTable {

    /** Of all commands, in the order of the help. */
    static final List<String> NAMES = List.of(
            "demo",
            "init",
            "run",
            "check",
            "doctor",
            "sync",
            "plan",
            "apply",
            "runs",
            "retry",
            "resolve",
            "identity",
            "review",
            "profile",
            "segment",
            "route",
            "connection",
            "mapping",
            "connector",
            "plugin",
            "schema",
            "backup",
            "evaluate",
            "help",
            "completion");

    /** Those that want to know all the others. */
    private static final Set<String> OF_ALL = Set.of("help", "completion");

    private static final Set<String> OVERVIEW = Set.of("-h", "--help", "-V", "--version");

    private CommandTable() {}

    /** The parser of one command line. */
    static CommandLine parser(Terminal terminal, String... arguments) {
        CommandLine line = new CommandLine(new HubCommand(), new CommandFactory(terminal));
        if (arguments.length == 0 || OVERVIEW.contains(arguments[0])) {
            NAMES.forEach(name -> line.addSubcommand(name, sentence(name)));
        } else if (NAMES.contains(arguments[0]) && !OF_ALL.contains(arguments[0])) {
            line.addSubcommand(command(arguments[0]));
        } else {
            NAMES.forEach(name -> line.addSubcommand(command(name)));
        }
        return line;
    }

    private static CommandSpec sentence(String name) {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage()
                .description(command(name).getAnnotation(Command.class).description());
        return spec;
    }

    static Class<?> command(String name) {
        return switch (name) {
            case "demo" -> DemoCommand.class;
            case "init" -> InitCommand.class;
            case "run" -> RunCommand.class;
            case "check" -> CheckCommand.class;
            case "doctor" -> DoctorCommand.class;
            case "sync" -> SyncCommand.class;
            case "plan" -> PlanCommand.class;
            case "apply" -> ApplyCommand.class;
            case "runs" -> RunsCommand.class;
            case "retry" -> RetryCommand.class;
            case "resolve" -> ResolveCommand.class;
            case "identity" -> IdentityCommand.class;
            case "review" -> ReviewCommand.class;
            case "profile" -> ProfileCommand.class;
            case "segment" -> SegmentCommand.class;
            case "route" -> RouteCommand.class;
            case "connection" -> ConnectionCommand.class;
            case "mapping" -> MappingCommand.class;
            case "connector" -> ConnectorCommand.class;
            case "plugin" -> PluginCommand.class;
            case "schema" -> SchemaCommand.class;
            case "backup" -> BackupCommand.class;
            case "evaluate" -> EvaluateCommand.class;
            case "help" -> HelpCommand.class;
            case "completion" -> CompletionCommand.class;
            default -> throw new IllegalArgumentException("\"" + name + "\" is no command");
        };
    }
}
