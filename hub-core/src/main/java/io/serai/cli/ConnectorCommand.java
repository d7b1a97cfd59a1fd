package io.serai.cli;

import picocli.CommandLine.Command;

@Command(name = "connector", description = "The installed connectors.", subcommands = ConnectorListCommand.class)
final class ConnectorCommand extends Group {}
