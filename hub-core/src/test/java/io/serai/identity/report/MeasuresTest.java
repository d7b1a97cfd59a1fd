package io.serai.identity.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.serai.identity.Columns;
import io.serai.identity.Evaluation;
import io.serai.identity.IdentityRules;
import io.serai.identity.People;
import io.serai.identity.compare.Kind;
import io.serai.identity.match.Field;
import io.serai.identity.match.FitSettings;
import io.serai.identity.match.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is measured of people whose truth is known, on three hundred rows and on pairs made by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeasuresTest {

    private static final List<String> HEADERS = List.of("first_name", "last_name", "birth_date", "city");
    private static final String[] GIVEN = {"Ann", "Ben", "Cleo", "Dan", "Eve", "Fay", "Gus", "Hal", "Ida", "Jon"};
    private static final String[] FAMILY = {"Mill", "Hill", "Dale", "Wood", "Ford", "Marsh", "Stone", "Lake"};

    private final Trial trial = trial();

    /** A hundred people of three rows each, slips in some; of the last ten nobody knows who they are. */
    private static Trial trial() {
        Random random = new Random(3);
        List<String[]> rows = new ArrayList<>();
        int[] truth = new int[300];
        for (int row = 0; row < truth.length; row++) {
            int person = row / 3;
            String family = FAMILY[person / 10 % 8] + (char) ('a' + person % 7);
            rows.add(new String[] {
                GIVEN[person % 10],
                random.nextInt(4) == 0 ? family + "e" : family,
                random.nextInt(4) == 0 ? "" : (1950 + person % 50) + "-0" + (1 + person % 9) + "-1" + person % 9,
                random.nextInt(3) == 0 ? "Elsewhere" + random.nextInt(40) : "Town" + person % 12
            });
            truth[row] = row < 290 ? person : -1;
        }
        Columns columns = Columns.guess(HEADERS, rows, new IdentityRules(List.of(), 0));
        People people = new People(columns, HEADERS);
        rows.forEach(people::add);
        return new Trial(HEADERS, rows, truth, columns, people.resolve(FitSettings.usual()));
    }

    private static Trial by(Model model, int[] truth, int[] left, int[] right, int... weight) {
        People.Result found =
                new People.Result(new int[truth.length], model, weight.length, left, right, weight, Map.of());
        return new Trial(List.of(), List.of(), truth, null, found);
    }

    @Test
    void every_pair_is_in_the_bin_of_its_whole_bits_and_of_what_is_true() {
        int[] left = {0, 0, 1, 0};
        int[] right = {1, 2, 2, 3};
        Scores scores = Scores.of(by(null, new int[] {5, 5, 6, -1}, left, right, -1, 199, 150, 0));

        assertThat(scores.bins())
                .containsExactly(new Scores.Bin(-1, 1, 0, 0), new Scores.Bin(0, 0, 0, 1), new Scores.Bin(1, 0, 2, 0));
        assertThat(Scores.of(by(null, new int[0], new int[0], new int[0])).bins())
                .isEmpty();
    }

    @Test
    void predictions_are_held_against_the_truth_bin_by_bin() {
        Model model = Model.standard(
                List.of(new Field("first_name", Kind.GIVEN_NAME), new Field("last_name", Kind.FAMILY_NAME)));
        int even = model.weightOf(.5);
        int sure = model.weightOf(.97);
        int[] truth = {1, 1, 2, 1, -1};
        Reliability reliability = Reliability.of(by(
                model,
                truth,
                new int[] {0, 0, 0, 1, 0},
                new int[] {1, 2, 3, 3, 4},
                even + 1,
                even + 1,
                sure,
                sure,
                even));

        double half = model.probability(even + 1);
        double high = model.probability(sure);
        assertThat(reliability.pairs()).isEqualTo(4);
        assertThat(reliability.bins()).hasSize(2);
        Reliability.Bin first = reliability.bins().get(0);
        assertThat(first.pairs()).isEqualTo(2);
        assertThat(first.predicted()).isCloseTo(half, within(1e-9));
        assertThat(first.actual()).isEqualTo(.5);
        assertThat(first.from()).isLessThanOrEqualTo(half);
        assertThat(first.to()).isGreaterThan(half);
        assertThat(reliability.bins().get(1)).satisfies(bin -> {
            assertThat(bin.from()).isEqualTo(.95);
            assertThat(bin.to()).isEqualTo(.99);
            assertThat(bin.actual()).isEqualTo(1);
        });
        assertThat(reliability.error()).isCloseTo((2 * Math.abs(half - .5) + 2 * (1 - high)) / 4, within(1e-9));
        assertThat(Reliability.of(by(null, truth, new int[] {0}, new int[] {1}, 5)))
                .isEqualTo(new Reliability(List.of(), 0, 0));
    }

    @Test
    void of_true_pairs_those_that_share_no_key_are_counted_as_never_compared() {
        Blocking blocking = Blocking.of(trial);

        assertThat(blocking.truePairs()).isEqualTo(96 * 3 + 1);
        assertThat(blocking.recall()).isBetween(.8, 1.0);
        assertThat(blocking.compared()).isEqualTo(trial.found().pairs());
        assertThat(blocking.passes()).hasSameSizeAs(trial.found().model().passes());
        double best = blocking.passes().stream()
                .mapToDouble(Blocking.PassFigures::recall)
                .max()
                .orElseThrow();
        double sum = blocking.passes().stream()
                .mapToDouble(Blocking.PassFigures::recall)
                .sum();
        assertThat(blocking.recall()).isGreaterThanOrEqualTo(best).isLessThanOrEqualTo(sum);
        long only =
                blocking.passes().stream().mapToLong(Blocking.PassFigures::only).sum();
        assertThat(only).isBetween(1L, blocking.truePairs());
        assertThat(blocking.passes()).allSatisfy(pass -> {
            assertThat(pass.pairs()).isGreaterThanOrEqualTo(Math.round(pass.recall() * blocking.truePairs()));
            assertThat(pass.only()).isLessThanOrEqualTo(Math.round(pass.recall() * blocking.truePairs()));
        });
        assertThat(Blocking.of(by(null, new int[] {1, 1}, new int[0], new int[0])))
                .isEqualTo(new Blocking(1, 0, 0, List.of()));
    }

    @Test
    void examples_are_what_they_are_called() {
        int threshold = trial.found().model().weightOf(People.MERGE_ABOVE);
        Examples examples = Examples.of(trial, threshold);

        int[] weight = trial.found().weight();
        int nearest = Arrays.stream(weight)
                .map(each -> Math.abs(each - threshold))
                .min()
                .orElseThrow();
        assertThat(examples.near()).hasSizeLessThanOrEqualTo(12).isNotEmpty();
        assertThat(Math.abs(examples.near().get(0).score().weight() - threshold))
                .isEqualTo(nearest);
        assertThat(examples.near())
                .isSortedAccordingTo(
                        Comparator.comparingInt(pair -> Math.abs(pair.score().weight() - threshold)));
        assertThat(examples.lost()).allSatisfy(pair -> {
            assertThat(pair.same()).isTrue();
            assertThat(pair.together()).isFalse();
        });
        assertThat(examples.wrong()).allSatisfy(pair -> {
            assertThat(pair.same()).isFalse();
            assertThat(pair.together()).isTrue();
        });
        int strongest = IntStream.range(0, weight.length)
                .filter(i -> trial.found().people()[trial.found().left()[i]]
                        == trial.found().people()[trial.found().right()[i]])
                .map(i -> weight[i])
                .max()
                .orElseThrow();
        assertThat(examples.sure()).singleElement().satisfies(pair -> {
            assertThat(pair.score().weight()).isEqualTo(strongest);
            assertThat(pair.values()).extracting(PairStory.Values::field).containsExactlyElementsOf(HEADERS);
            assertThat(pair.values().get(0).left()).isEqualTo(trial.rows().get(pair.left())[0]);
        });
    }

    @Test
    void the_page_has_every_part_and_every_figure() {
        Evaluation evaluation = Evaluation.of(
                trial.found().people(),
                Arrays.stream(trial.truth())
                        .mapToObj(each -> each < 0 ? "" : (Object) each)
                        .toArray());
        MatchReport report = MatchReport.of("a<b.csv", trial, evaluation, Map.of("fit", .25), 1.5);
        String page = MatchPage.of(report, trial);

        assertThat(page)
                .contains(
                        "Match report: a&lt;b.csv",
                        "290 rows of 97 people",
                        "found in 1.50 s",
                        "<th>fit</th><td>0.25 s")
                .contains(
                        Html.four(evaluation.pairs().f1()),
                        Html.four(evaluation.bCubed().recall()))
                .contains(
                        Html.four(report.blocking().recall()),
                        Html.four(report.reliability().error()))
                .contains("keep it as you keep that file");
        for (String part : List.of("weights", "scores", "calibration", "blocking", "sure", "near", "columns")) {
            assertThat(page).contains("<section id=\"" + part + "\"");
        }
        for (Blocking.PassFigures pass : report.blocking().passes()) {
            assertThat(page).contains(Html.escape(pass.name()));
        }
        assertThat(report.weights()).extracting(each -> each.field()).containsExactlyElementsOf(HEADERS);
        assertThat(page).contains("birth_date, compared as birth_date", "<th>city</th><td>city, compared as city");
    }
}
