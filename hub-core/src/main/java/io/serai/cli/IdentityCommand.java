package io.serai.cli;

import picocli.CommandLine.Command;

@Command(
        name = "identity",
        description = "Rules for who is who.",
        subcommands = {IdentitySuggestCommand.class})
final class IdentityCommand extends Group {}
