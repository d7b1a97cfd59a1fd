package io.serai.cli;

import picocli.CommandLine.Command;

@Command(
        name = "route",
        description = "The routes of this home.",
        subcommands = {RouteTryCommand.class})
final class RouteCommand extends Group {}
