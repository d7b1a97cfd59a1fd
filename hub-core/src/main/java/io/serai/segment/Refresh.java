package io.serai.segment;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/** One evaluation of a segment that is kept. */
final class Refresh {

    private static final int BLOCK = 16_384;
    /** Of so many, one is read as fast from the own row as all from columns. */
    private static final int FEW = 16;

    private final Asking asking;
    private final String segment;
    private final SegmentStore.Writing store;
    private final Representatives representatives;
    private BitSet members;
    private boolean kept;
    private long entered;
    private long left;
    private long evaluated;

    Refresh(Asking asking, String segment, SegmentStore.Writing store) {
        this.asking = asking;
        this.segment = segment;
        this.store = store;
        this.representatives = new Representatives(asking, store);
    }

    Refreshed run(Meaning meaning) {
        long version = store.version();
        Optional<SegmentStore.Evaluated> before =
                store.evaluated(segment).filter(last -> last.definition() == meaning.definition());
        if (before.isPresent() && !meaning.movesWithTime() && !meaning.keepsOneOfEach()) {
            touched(before.get().version());
        } else {
            everybody();
        }
        var at = asking.now().truncatedTo(ChronoUnit.MILLIS);
        store.evaluated(segment, new SegmentStore.Evaluated(meaning.definition(), version, at));
        return new Refreshed(at, entered, left, evaluated);
    }

    /** All members now, a bit for each by profile number; to be asked after {@link #run}. */
    BitSet members() {
        if (members == null) {
            members = store.listedMembers(segment);
            kept = false;
        }
        keep();
        return members;
    }

    private void keep() {
        if (!kept) {
            store.keepMembers(segment, members);
            kept = true;
        }
    }

    private void everybody() {
        members = new BitSet();
        long[] after = {0};
        Blocks.each(store, 0, asking.now(), block -> {
            long[] now = in(block);
            Arrays.stream(now).forEach(id -> members.set(Math.toIntExact(id)));
            apply(now, store.members(segment, after[0], block.last()));
            after[0] = block.last();
            return true;
        });
        apply(new long[0], store.members(segment, after[0], Long.MAX_VALUE));
        kept = store.keptMembers(segment).isPresent();
        keep();
    }

    private void touched(long version) {
        long[] touched = store.touched(version);
        if (touched.length > BLOCK && touched.length > store.lastNumber() / FEW) {
            everybody();
            return;
        }
        members = store.keptMembers(segment).orElse(null);
        kept = members != null;
        for (int start = 0; start < touched.length; start += BLOCK) {
            long[] people = Arrays.copyOfRange(touched, start, Math.min(touched.length, start + BLOCK));
            apply(in(store.columns(people, asking.now())), store.membersAmong(segment, people));
        }
        long[] gone = store.gone(version);
        apply(new long[0], store.membersAmong(segment, gone));
    }

    private long[] in(ProfileColumns block) {
        evaluated += block.people().cardinality();
        return SortedIds.pick(block, new BlockEvaluation(asking, block, representatives).members(segment));
    }

    private void apply(long[] now, long[] before) {
        long[] in = SortedIds.minus(now, before);
        long[] out = SortedIds.minus(before, now);
        store.enter(segment, in, asking.now());
        store.leave(segment, out, asking.now());
        entered += in.length;
        left += out.length;
        if (members != null && in.length + out.length > 0) {
            Arrays.stream(in).forEach(id -> members.set(Math.toIntExact(id)));
            Arrays.stream(out).forEach(id -> members.clear(Math.toIntExact(id)));
            kept = false;
        }
    }
}
