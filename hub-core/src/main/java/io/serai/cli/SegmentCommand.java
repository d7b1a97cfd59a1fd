package io.serai.cli;

import picocli.CommandLine.Command;

@Command(
        name = "segment",
        description = "See who is in a segment, and why.",
        subcommands = {
            SegmentListCommand.class,
            SegmentCountCommand.class,
            SegmentMembersCommand.class,
            SegmentOverlapCommand.class,
            SegmentExplainCommand.class
        })
final class SegmentCommand extends Group {}
