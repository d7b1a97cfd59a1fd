package io.serai.camel;

import io.serai.profile.ProfileRow;
import java.util.List;
import java.util.Map;

/** Everybody whom the store holds. */
final class Everybody implements Audience {

    private final People people;
    private final int limit;
    private long after;

    Everybody(People people, int limit) {
        this.people = people;
        this.limit = limit;
    }

    @Override
    public List<Map<String, Object>> next() {
        List<ProfileRow> rows = people.everybody(after, limit);
        if (!rows.isEmpty()) {
            after = rows.get(rows.size() - 1).id();
        }
        return rows.stream().map(row -> Delivered.of(row, "member")).toList();
    }
}
