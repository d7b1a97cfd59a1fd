package io.serai.segment;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Who stands for each value in segments that keep one person of each: the oldest profile, which has the lowest number, of all
 * who satisfy the rule. Found once for a question, when it is first needed, by looking at everybody.
 */
final class Representatives {

    private final Asking asking;
    private final SegmentStore.Reading reading;
    private final Map<String, Map<Object, Long>> found = new HashMap<>();

    Representatives(Asking asking, SegmentStore.Reading reading) {
        this.asking = asking;
        this.reading = reading;
    }

    /** The representative of a value; 0 when nobody who has it satisfies the rule. */
    long of(Segment segment, Object value) {
        Map<Object, Long> known = found.get(segment.name());
        if (known == null) {
            known = find(segment);
            found.put(segment.name(), known);
        }
        return known.getOrDefault(value, 0L);
    }

    private Map<Object, Long> find(Segment segment) {
        Map<Object, Long> first = new HashMap<>();
        Blocks.each(reading, 0, asking.now(), block -> {
            Column values = block.trait(segment.onePer().orElseThrow());
            BitSet rows = new BlockEvaluation(asking, block, this).people(segment.where());
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                if (values.value(row) != null) {
                    first.putIfAbsent(values.value(row), block.profileId(row));
                }
            }
            return true;
        });
        return first;
    }
}
