package io.serai.camel;

import io.serai.profile.ProfileRow;
import io.serai.segment.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The members of a segment: {@code entered} for those who came in since the route's last complete run. */
final class Members implements Audience {

    private final People people;
    private final Reading reading;
    private final String segment;
    private final SegmentMark mark;
    private final int limit;
    private final Predicate<Member> wanted;
    private long after;

    /** @param changes whether only those who entered since then are delivered */
    Members(People people, Reading reading, String segment, SegmentMark mark, int limit, boolean changes) {
        this.people = people;
        this.reading = reading;
        this.segment = segment;
        this.mark = mark;
        this.limit = limit;
        this.wanted = changes ? mark::entered : member -> true;
    }

    @Override
    public List<Map<String, Object>> next() {
        List<Member> members = people.members(segment, after, limit);
        while (!members.isEmpty()) {
            after = members.get(members.size() - 1).profileId();
            List<Map<String, Object>> page =
                    page(members.stream().filter(wanted).toList());
            if (!page.isEmpty()) {
                return page;
            }
            members = people.members(segment, after, limit);
        }
        return List.of();
    }

    private List<Map<String, Object>> page(List<Member> members) {
        Map<Long, ProfileRow> rows = reading
                .byId(members.stream().map(Member::profileId).toList())
                .stream()
                .collect(Collectors.toMap(ProfileRow::id, Function.identity()));
        List<Map<String, Object>> page = new ArrayList<>(members.size());
        for (Member member : members) {
            ProfileRow row = rows.get(member.profileId());
            if (row != null) {
                page.add(Delivered.of(row, mark.entered(member) ? "entered" : "member"));
            }
        }
        return page;
    }

    @Override
    public void finished() {
        mark.move();
    }
}
