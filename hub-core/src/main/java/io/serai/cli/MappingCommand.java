package io.serai.cli;

import picocli.CommandLine.Command;

@Command(
        name = "mapping",
        description = "What fields mean: have a mapping proposed, and try one.",
        subcommands = {MappingSuggestCommand.class, MappingTryCommand.class})
final class MappingCommand extends Group {}
