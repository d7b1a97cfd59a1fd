package io.serai.cli;

import picocli.CommandLine.Command;

@Command(
        name = "review",
        description = "Pairs of profiles that may be one person and wait for your word.",
        subcommands = {ReviewListCommand.class, ReviewAcceptCommand.class, ReviewRejectCommand.class})
final class ReviewCommand extends Group {}
