package io.serai.identity.report;

import io.serai.identity.Columns;
import io.serai.identity.Evaluation;
import io.serai.identity.People;
import io.serai.identity.match.Model;
import io.serai.identity.match.ModelView;
import io.serai.identity.match.ModelView.FieldWeights;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How well the people of a labelled table were found. No value of the table is in it.
 *
 * @param title of the table
 * @param columns what its columns were taken for
 * @param evaluation against the truth
 * @param model that was learned; empty when only identifiers were used
 * @param weights what the model is made of
 * @param blocking how many true pairs were compared
 * @param reliability whether probabilities are what they say
 * @param scores of the pairs
 * @param mergeAt weight from which pairs speak for one person, hundredths of a bit
 * @param seconds by phase
 * @param wallSeconds from opening the file to who is who
 */
public record MatchReport(
        String title,
        Columns columns,
        Evaluation evaluation,
        Optional<Model> model,
        List<FieldWeights> weights,
        Blocking blocking,
        Reliability reliability,
        Scores scores,
        int mergeAt,
        Map<String, Double> seconds,
        double wallSeconds) {

    /** Measures. */
    public static MatchReport of(
            String title, Trial trial, Evaluation evaluation, Map<String, Double> seconds, double wallSeconds) {
        Optional<Model> model = Optional.ofNullable(trial.found().model());
        return new MatchReport(
                title,
                trial.columns(),
                evaluation,
                model,
                model.map(learned -> new ModelView(learned).weights()).orElse(List.of()),
                Blocking.of(trial),
                Reliability.of(trial),
                Scores.of(trial),
                model.map(learned -> learned.weightOf(People.MERGE_ABOVE)).orElse(0),
                seconds,
                wallSeconds);
    }
}
