package io.serai.bench;

import java.io.IOException;

/** Something that is measured once in every round: work of ours, or a limit of the machine. */
record Contestant(String name, Work work) {

    /** Makes everything ready outside of the measuring, works, and says what the work alone took. */
    interface Work {
        Measure once() throws IOException, InterruptedException;
    }
}
