package io.serai.cli;

import picocli.CommandLine.Command;

@Command(
        name = "plugin",
        description = "Connectors of your own, in plugins/.",
        subcommands = {PluginListCommand.class, PluginNewCommand.class, PluginTestCommand.class})
final class PluginCommand extends Group {}
