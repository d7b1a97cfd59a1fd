package io.serai.camel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** These people and nobody else, all as members: for routes in which nobody can see who has just entered. */
final class Remaining implements Audience {

    private final Reading people;
    private final BitSet ids;
    private final int limit;
    private final Runnable finished;
    private int after;

    /**
     * @param people reads them
     * @param ids of those who are there
     */
    Remaining(Reading people, BitSet ids, int limit, Runnable finished) {
        this.people = people;
        this.ids = ids;
        this.limit = limit;
        this.finished = finished;
    }

    @Override
    public List<Map<String, Object>> next() {
        List<Map<String, Object>> page = List.of();
        while (page.isEmpty() && ids.nextSetBit(after) >= 0) {
            List<Long> some = new ArrayList<>();
            for (int id = ids.nextSetBit(after); id >= 0 && some.size() < limit; id = ids.nextSetBit(after)) {
                some.add((long) id);
                after = id + 1;
            }
            page = people.byId(some).stream()
                    .map(row -> Delivered.of(row, "member"))
                    .toList();
        }
        return page;
    }

    @Override
    public void finished() {
        finished.run();
    }
}
