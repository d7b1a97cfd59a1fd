package io.serai.cli;

import io.serai.Hub;
import io.serai.profile.ProfileRow;
import io.serai.segment.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "members", description = "Who is in a segment now.")
final class SegmentMembersCommand extends Common implements Callable<Integer> {

    @Parameters(paramLabel = "SEGMENT", description = "The segment's id: its file's name.")
    private String segment;

    @Option(names = "--limit", paramLabel = "N", description = "The most people to show.", defaultValue = "100")
    private int limit;

    SegmentMembersCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (Hub hub = reading()) {
            List<Member> members = hub.segments().members(segment, 0, limit);
            Map<Long, ProfileRow> people =
                    hub.profiles().byId(members.stream().map(Member::profileId).toList()).stream()
                            .collect(Collectors.toMap(ProfileRow::id, Function.identity()));
            List<Map<String, Object>> rows = new ArrayList<>();
            Table table = new Table("PROFILE", "FIRST NAME", "LAST NAME", "EMAIL", "ENTERED");
            for (Member member : members) {
                Map<String, Object> fields = people.get(member.profileId()).fields();
                table.row(
                        fields.get("profile_id"),
                        fields.get("first_name"),
                        fields.get("last_name"),
                        fields.get("email"),
                        member.at());
                Map<String, Object> row = new LinkedHashMap<>(fields);
                row.keySet().removeIf(name -> name.startsWith("source."));
                row.put("entered_at", member.at() == null ? null : member.at().toString());
                rows.add(row);
            }
            if (json()) {
                terminal().json(rows);
            } else {
                table.print(terminal());
                if (members.size() == limit) {
                    terminal().say("The first " + limit + "; more with --limit N.");
                }
            }
            return ExitCode.OK;
        }
    }
}
