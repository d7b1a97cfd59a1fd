package io.serai.cli;

import io.serai.Hub;
import io.serai.profile.ProfileId;
import io.serai.profile.Review;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "Show the pairs that wait, the likeliest first.")
final class ReviewListCommand extends Common implements Callable<Integer> {

    @Option(names = "--limit", paramLabel = "N", description = "The most pairs to show.", defaultValue = "20")
    private int limit;

    ReviewListCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new Refusal(ExitCode.USAGE, "--limit must be 1 or more, not " + limit + ".");
        }
        try (Hub hub = reading()) {
            List<Review> reviews = hub.identity().reviews(limit);
            if (json()) {
                terminal()
                        .json(reviews.stream().map(review -> json(hub, review)).toList());
            } else {
                print(hub, reviews);
            }
            return ExitCode.OK;
        }
    }

    private void print(Hub hub, List<Review> reviews) {
        if (reviews.isEmpty()) {
            terminal().line("No pair waits for review.");
            return;
        }
        for (Review review : reviews) {
            terminal()
                    .line(terminal()
                                    .bold(review.id() + "  " + shown(hub, review.left()) + "  and  "
                                            + shown(hub, review.right()))
                            + "  " + Bits.percent(review.probability()) + " likely one person");
            terminal()
                    .line("     by " + review.leftRecord() + " and " + review.rightRecord() + ": "
                            + Bits.line(review.evidence()));
            terminal().line("     " + terminal().dim("not merged: " + reason(review)));
        }
        terminal()
                .say("One person for ever: hub review accept ID. Two people for ever: hub review reject ID."
                        + (reviews.size() == limit ? " More with --limit N." : ""));
    }

    private static String reason(Review review) {
        return review.reason().equals("likely") ? "less likely than merge_above asks for" : review.reason();
    }

    private static String shown(Hub hub, long profile) {
        String name = name(hub, profile);
        return ProfileId.text(profile) + (name.isEmpty() ? "" : " " + name);
    }

    private static String name(Hub hub, long profile) {
        return hub.people().person(profile).map(ProfileFindCommand::name).orElse("");
    }

    private static Map<String, Object> json(Hub hub, Review review) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("review", review.id());
        json.put("left", side(hub, review.left(), review.leftRecord()));
        json.put("right", side(hub, review.right(), review.rightRecord()));
        json.put("probability", review.probability());
        json.put("bits", review.bits());
        json.put("reason", review.reason());
        json.put("evidence", Bits.json(review.evidence()));
        json.put("found", review.found().toString());
        return json;
    }

    private static Map<String, Object> side(Hub hub, long profile, String record) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("profile_id", ProfileId.text(profile));
        json.put("name", name(hub, profile));
        json.put("record", record);
        return json;
    }
}
