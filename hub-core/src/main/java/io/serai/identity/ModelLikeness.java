package io.serai.identity;

import io.serai.identity.match.Linkage;
import io.serai.identity.match.Model;
import io.serai.identity.match.Portrait;
import io.serai.identity.match.Portraits;
import io.serai.identity.match.Score;
import java.util.Collections;
import java.util.List;

/** A model under the thresholds of the rules. */
final class ModelLikeness implements Likeness {

    private final Model model;
    private final Portraits portraits;
    private final List<String> silence;
    private final int mergeAt;
    private final int reviewAt;
    private final int floor;

    ModelLikeness(Model model, Matching matching) {
        this.model = model;
        portraits = Portraits.of(model);
        silence = Collections.nCopies(model.fields().size(), null);
        mergeAt = model.weightOf(matching.mergeAbove());
        reviewAt = Math.min(mergeAt, model.weightOf(matching.reviewAbove()));
        floor = Math.min(model.edgeFloor(), reviewAt);
    }

    /** What was said in other fields than the model's says nothing. */
    @Override
    public Object portrait(List<String> said) {
        return portraits.of(said.size() == silence.size() ? said : silence);
    }

    @Override
    public long[] keys(Object portrait) {
        return model.keys((Portrait) portrait);
    }

    @Override
    public int blockLimit() {
        return model.blockLimit();
    }

    @Override
    public int weight(Object left, Object right) {
        return model.weight((Portrait) left, (Portrait) right);
    }

    @Override
    public int weight(Object left, Object right, int floor) {
        return model.weight((Portrait) left, (Portrait) right, floor);
    }

    @Override
    public Score score(Object left, Object right) {
        return model.score((Portrait) left, (Portrait) right);
    }

    @Override
    public int floor() {
        return floor;
    }

    @Override
    public int mergeAt() {
        return mergeAt;
    }

    @Override
    public int reviewAt() {
        return reviewAt;
    }

    @Override
    public double probability(int weight) {
        return model.probability(weight);
    }

    @Override
    public int mostTogether() {
        return Linkage.MAX_COMPONENT;
    }
}
