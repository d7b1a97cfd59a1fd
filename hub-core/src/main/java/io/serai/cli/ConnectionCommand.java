package io.serai.cli;

import picocli.CommandLine.Command;

@Command(
        name = "connection",
        description = "The accounts of this home.",
        subcommands = {ConnectionListCommand.class, ConnectionCheckCommand.class})
final class ConnectionCommand extends Group {}
