package io.serai.identity.report;

import io.serai.identity.Meaning;
import io.serai.identity.match.Portrait;
import io.serai.identity.match.Score;
import java.util.ArrayList;
import java.util.List;

/**
 * Two rows and what was thought of them.
 *
 * @param left row, from 0
 * @param right row
 * @param values field by field, what both say; personal data
 * @param score how likely they are one person, and why
 * @param together whether they were found to be one person
 * @param same whether they are; null where nobody knows
 */
public record PairStory(int left, int right, List<Values> values, Score score, boolean together, Boolean same) {

    /**
     * What two rows say in one field.
     *
     * @param field its name
     * @param left null for nothing
     * @param right null for nothing
     */
    public record Values(String field, String left, String right) {}

    static PairStory of(Trial trial, int left, int right) {
        List<String> one = trial.values(left);
        List<String> other = trial.values(right);
        List<Values> values = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            Meaning field = trial.columns().fields().get(i);
            values.add(new Values(field.name(), one.get(i), other.get(i)));
        }
        Portrait portrait = trial.found().model().portrait(one);
        return new PairStory(
                left,
                right,
                List.copyOf(values),
                trial.found().model().score(portrait, trial.found().model().portrait(other)),
                trial.found().people()[left] == trial.found().people()[right],
                trial.isKnown(left, right) ? (Boolean) trial.isSame(left, right) : null);
    }
}
