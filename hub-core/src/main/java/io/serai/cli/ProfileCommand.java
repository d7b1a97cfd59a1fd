package io.serai.cli;

import picocli.CommandLine.Command;

@Command(
        name = "profile",
        description = "Find people, and see what is known of them and why.",
        subcommands = {
            ProfileFindCommand.class,
            ProfileShowCommand.class,
            ProfileWhyCommand.class,
            ProfileSplitCommand.class,
            ProfileJoinCommand.class,
            ProfileEraseCommand.class,
            ProfileExportCommand.class
        })
final class ProfileCommand extends Group {}
