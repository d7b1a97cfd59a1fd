package io.serai.camel;

import io.serai.segment.Member;
import java.util.List;
import java.util.Map;

/** What changed in a segment: first those who entered, then those who left since the route's last complete run. */
final class Changes implements Audience {

    private final People people;
    private final Members entered;
    private final List<Long> left;
    private final int limit;
    private int at;

    Changes(People people, String segment, SegmentMark mark, int limit) {
        this.people = people;
        this.entered = new Members(people, people::byId, segment, mark, limit, true);
        this.left = people.left(segment, mark.before().plusMillis(1)).stream()
                .map(Member::profileId)
                .toList();
        this.limit = limit;
    }

    @Override
    public List<Map<String, Object>> next() {
        List<Map<String, Object>> page = entered.next();
        return page.isEmpty() ? leavers() : page;
    }

    private List<Map<String, Object>> leavers() {
        List<Long> ids = left.subList(at, Math.min(left.size(), at + limit));
        at += ids.size();
        return Delivered.of(people, ids, "left");
    }

    @Override
    public void finished() {
        entered.finished();
    }
}
