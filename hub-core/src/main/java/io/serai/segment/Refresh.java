package io.serai.segment;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/** One evaluation of a segment that is kept. */
final class Refresh {

    private final Asking asking;
    private final String segment;
    private final SegmentStore.Writing store;
    private final Representatives representatives;
    private long entered;
    private long left;
    private long evaluated;

    Refresh(Asking asking, String segment, SegmentStore.Writing store) {
        this.asking = asking;
        this.segment = segment;
        this.store = store;
        this.representatives = new Representatives(asking, store);
    }

    Refreshed run(Meaning meaning, int block) {
        long version = store.version();
        Optional<SegmentStore.Evaluated> before =
                store.evaluated(segment).filter(last -> last.definition() == meaning.definition());
        if (before.isPresent() && !meaning.movesWithTime() && !meaning.keepsOneOfEach()) {
            touched(before.get().version(), block);
        } else {
            everybody(block);
        }
        var at = asking.now().truncatedTo(ChronoUnit.MILLIS);
        store.evaluated(segment, new SegmentStore.Evaluated(meaning.definition(), version, at));
        return new Refreshed(at, entered, left, evaluated);
    }

    private void everybody(int block) {
        long after = 0;
        long[] people;
        do {
            people = store.people(after, block);
            boolean end = people.length < block;
            long last = end ? Long.MAX_VALUE : people[people.length - 1];
            apply(in(people), store.members(segment, after, last));
            after = last;
        } while (people.length == block);
    }

    private void touched(long version, int block) {
        long[] touched = store.touched(version);
        for (int start = 0; start < touched.length; start += block) {
            long[] people = Arrays.copyOfRange(touched, start, Math.min(touched.length, start + block));
            apply(in(people), store.membersAmong(segment, people));
        }
        long[] gone = store.gone(version);
        apply(new long[0], store.membersAmong(segment, gone));
    }

    private long[] in(long[] people) {
        evaluated += people.length;
        if (people.length == 0) {
            return people;
        }
        var rows = new BlockEvaluation(asking, store.columns(people, asking.now()), representatives).members(segment);
        return SortedIds.pick(people, rows);
    }

    private void apply(long[] now, long[] before) {
        long[] in = SortedIds.minus(now, before);
        long[] out = SortedIds.minus(before, now);
        store.enter(segment, in, asking.now());
        store.leave(segment, out, asking.now());
        entered += in.length;
        left += out.length;
    }
}
