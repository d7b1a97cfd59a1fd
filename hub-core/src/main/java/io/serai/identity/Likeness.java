package io.serai.identity;

import io.serai.identity.match.Model;
import io.serai.identity.match.Score;
import java.util.List;

/** What the identity graph asks of a model of matching. Pure and fast: the same question has the same answer for ever. */
public interface Likeness {

    /** What is said, parsed; for the other methods. */
    Object portrait(List<String> said);

    /** Under which it is found. */
    long[] keys(Object portrait);

    /** A key that more live signatures than this bear finds nobody. */
    int blockLimit();

    /** Hundredths of a bit for one person. Symmetric. */
    int weight(Object left, Object right);

    /**
     * The weight where it reaches a floor; where it does not, anything below the floor.
     *
     * @param left many are compared with it
     */
    default int weight(Object left, Object right, int floor) {
        return weight(left, right);
    }

    /** The weight, and where it comes from. */
    Score score(Object left, Object right);

    /** The weight from which a pair is an edge of the graph. */
    int floor();

    /** The weight from which two are one person. */
    int mergeAt();

    /** The weight from which a person is asked. */
    int reviewAt();

    /** How likely a pair of this weight is one person. */
    double probability(int weight);

    /** A component of more signatures than this is split by a higher floor. */
    int mostTogether();

    /** As a model says. */
    static Likeness of(Model model, Matching matching) {
        return new ModelLikeness(model, matching);
    }
}
