package io.serai.store;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Who is linked to whom: of each place one that stands for its component, and for itself. */
final class Components {

    private Components() {}

    /** Places that are not alone in their component. */
    static BitSet inCompany(int[] components) {
        BitSet inCompany = new BitSet(components.length);
        for (int node = 0; node < components.length; node++) {
            if (components[node] != node) {
                inCompany.set(node);
                inCompany.set(components[node]);
            }
        }
        return inCompany;
    }

    /** Component and place in one number, ascending, of some places: components one after the other. */
    static long[] inOrder(int[] components, IntPredicate some) {
        // counted first: an array for all would be the largest thing in memory
        int size = (int) IntStream.range(0, components.length).filter(some).count();
        long[] order = new long[size];
        int at = 0;
        for (int node = 0; node < components.length; node++) {
            if (some.test(node)) {
                order[at++] = (long) components[node] << 32 | node;
            }
        }
        Arrays.sort(order);
        return order;
    }
}
