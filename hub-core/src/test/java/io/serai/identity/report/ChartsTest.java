package io.serai.identity.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.serai.identity.match.ModelView.FieldWeights;
import io.serai.identity.match.ModelView.LevelWeight;
import io.serai.identity.match.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charts say with lengths what the figures say with digits. */
class ChartsTest {

    /** The elements of that name and class, as they stand. */
    private static List<String> elements(String svg, String element, String kind) {
        List<String> found = new ArrayList<>();
        Matcher matcher =
                Pattern.compile("<" + element + " class=\"" + kind + "\"[^>]*>").matcher(svg);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static double at(String element, String attribute) {
        Matcher matcher = Pattern.compile(" " + attribute + "=\"([-0-9.]+)\"").matcher(element);
        assertThat(matcher.find()).as(element).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    private static String text(String svg, String label) {
        Matcher matcher = Pattern.compile("<text [^>]*>" + Pattern.quote(label) + "</text>")
                .matcher(svg);
        assertThat(matcher.find()).as(label + " in " + svg).isTrue();
        return matcher.group();
    }

    private static final String WEIGHTS = new WeightChart(List.of(
                    new FieldWeights(
                            "last_name",
                            List.of(
                                    new LevelWeight("different", -400, OptionalInt.of(200)),
                                    new LevelWeight("same", 1200, OptionalInt.of(-600)))),
                    new FieldWeights("a<b", List.of(new LevelWeight("alike", 600, OptionalInt.empty())))))
            .svg();

    @Test
    void a_weight_twice_as_large_has_a_bar_twice_as_long_on_its_side_of_the_axis() {
        double axis = at(elements(WEIGHTS, "line", "axis").get(0), "x1");
        List<String> support = elements(WEIGHTS, "rect", "for");
        String against = elements(WEIGHTS, "rect", "against").get(0);

        assertThat(support).hasSize(2);
        assertThat(elements(WEIGHTS, "rect", "against")).hasSize(1);
        assertThat(at(support.get(0), "width")).isCloseTo(2 * at(support.get(1), "width"), within(.2));
        assertThat(at(support.get(0), "width")).isCloseTo(3 * at(against, "width"), within(.3));
        assertThat(at(support.get(0), "x")).isEqualTo(axis);
        assertThat(at(against, "x") + at(against, "width")).isCloseTo(axis, within(.2));
        assertThat(at(support.get(0), "x") + at(support.get(0), "width")).isBetween(800.0, 910.0);
    }

    @Test
    void levels_stand_below_their_field_the_strongest_first_each_on_a_line_of_its_own() {
        List<Double> lines = List.of(
                at(text(WEIGHTS, "last_name"), "y"),
                at(text(WEIGHTS, "same"), "y"),
                at(text(WEIGHTS, "different"), "y"),
                at(text(WEIGHTS, "a&lt;b"), "y"),
                at(text(WEIGHTS, "alike"), "y"));
        assertThat(lines).isSorted().doesNotHaveDuplicates();
        assertThat(at(text(WEIGHTS, "different"), "y") - at(text(WEIGHTS, "same"), "y"))
                .isEqualTo(22);
        assertThat(at(elements(WEIGHTS, "rect", "for").get(0), "y"))
                .isCloseTo(at(text(WEIGHTS, "same"), "y"), within(15.0));
        assertThat(WEIGHTS).contains("viewBox=\"0 0 960 120\"");
    }

    @Test
    void figures_stand_at_the_end_of_their_bars_and_marks_where_a_household_is() {
        String against = elements(WEIGHTS, "rect", "against").get(0);
        assertThat(at(text(WEIGHTS, "−4.0"), "x")).isCloseTo(at(against, "x") - 5, within(.2));
        assertThat(text(WEIGHTS, "−4.0")).contains("value end");
        String same = elements(WEIGHTS, "rect", "for").get(0);
        assertThat(at(text(WEIGHTS, "+12.0"), "x")).isCloseTo(at(same, "x") + at(same, "width") + 5, within(.2));

        Matcher marks = Pattern.compile("class=\"house\" d=\"M([0-9.]+) ").matcher(WEIGHTS);
        assertThat(marks.find()).isTrue();
        double sixAgainst = Double.parseDouble(marks.group(1));
        assertThat(marks.find()).isTrue();
        double twoFor = Double.parseDouble(marks.group(1));
        assertThat(marks.find()).isFalse();
        double axis = at(elements(WEIGHTS, "line", "axis").get(0), "x1");
        assertThat(axis - sixAgainst).isCloseTo(3 * (twoFor - axis), within(.3));
        assertThat(sixAgainst).as("beyond every bar, and still on the chart").isBetween(380.0, 390.0);
    }

    private static final Score SCORE = new Score(
            500,
            .97,
            .2,
            -1000,
            List.of(
                    new Score.Contribution("city", "different", -300),
                    new Score.Contribution("email", "same", 2000),
                    new Score.Contribution("birth_date", "same", 300)),
            -500);

    @Test
    void each_step_of_a_waterfall_begins_where_the_one_before_ended_and_the_sum_begins_at_zero() {
        String svg = new Waterfall(SCORE).svg();
        double zero = at(elements(svg, "line", "axis").get(0), "x1");
        String prior = elements(svg, "rect", "neutral").get(0);
        List<String> support = elements(svg, "rect", "for");
        List<String> against = elements(svg, "rect", "against");
        String total = elements(svg, "rect", "total").get(0);

        double bit = at(prior, "width") / 10;
        assertThat(bit).isPositive();
        assertThat(at(prior, "x") + at(prior, "width")).isCloseTo(zero, within(.2));
        assertThat(at(support.get(0), "x")).isCloseTo(at(prior, "x"), within(.2));
        assertThat(at(support.get(0), "width")).isCloseTo(20 * bit, within(.3));
        assertThat(at(support.get(1), "x")).isCloseTo(at(support.get(0), "x") + 20 * bit, within(.3));
        assertThat(at(against.get(0), "x")).isCloseTo(zero + 10 * bit, within(.3));
        assertThat(at(against.get(1), "x")).isCloseTo(zero + 5 * bit, within(.3));
        assertThat(at(total, "x")).isCloseTo(zero, within(.2));
        assertThat(at(total, "width")).isCloseTo(5 * bit, within(.3));
        assertThat(at(support.get(1), "x") + at(support.get(1), "width")).isBetween(800.0, 905.0);
    }

    @Test
    void the_strongest_evidence_comes_first_and_of_equal_the_first_by_name() {
        String svg = new Waterfall(SCORE).svg();
        List<Double> lines = List.of(
                at(text(svg, "any two rows"), "y"),
                at(text(svg, "email: same"), "y"),
                at(text(svg, "birth_date: same"), "y"),
                at(text(svg, "city: different"), "y"),
                at(text(svg, "what one household explains"), "y"),
                at(text(svg, "together, 97.0 % likely one person"), "y"));
        assertThat(lines).isEqualTo(List.of(17.0, 41.0, 65.0, 89.0, 113.0, 137.0));
        assertThat(svg).contains("viewBox=\"0 0 960 150\"");
        assertThat(text(svg, "together, 97.0 % likely one person")).contains("strong");
        assertThat(text(svg, "email: same")).contains("soft");
        String email = elements(svg, "rect", "for").get(0);
        assertThat(at(text(svg, "+20.0"), "x")).isCloseTo(at(email, "x") + at(email, "width") + 5, within(.2));
        String city = elements(svg, "rect", "against").get(0);
        assertThat(at(text(svg, "−3.0"), "x")).isCloseTo(at(city, "x") - 5, within(.2));
        assertThat(new Waterfall(new Score(0, .5, 0, 0, List.of(), 0)).svg()).doesNotContain("household");
    }

    private static final String SCORES = new ScoreChart(
                    new Scores(List.of(
                            new Scores.Bin(-1, 0, 999, 0), new Scores.Bin(0, 9, 9, 0), new Scores.Bin(1, 99, 0, 9))),
                    50)
            .svg();

    @Test
    void ten_times_as_many_pairs_are_one_step_of_the_grid_higher() {
        List<String> grid = elements(SCORES, "line", "grid");
        assertThat(grid).hasSize(4);
        double step = at(grid.get(0), "y1") - at(grid.get(1), "y1");
        List<String> support = elements(SCORES, "rect", "for");
        List<String> against = elements(SCORES, "rect", "against");
        assertThat(support).hasSize(2);
        assertThat(against).hasSize(2);
        assertThat(at(against.get(0), "height")).isCloseTo(216, within(.2));
        assertThat(at(support.get(1), "height") - at(support.get(0), "height")).isCloseTo(72, within(.2));
        assertThat(step).isBetween(45.0, 75.0);
        for (String bar : support) {
            assertThat(at(bar, "y") + at(bar, "height")).isCloseTo(240, within(.2));
        }
    }

    @Test
    void bars_of_a_bit_share_its_width_and_the_threshold_stands_at_its_place() {
        List<String> support = elements(SCORES, "rect", "for");
        List<String> against = elements(SCORES, "rect", "against");
        String unknown = elements(SCORES, "rect", "neutral").get(0);
        double bit = (960 - 56 - 10) / 3.0;
        assertThat(at(against.get(0), "x")).isEqualTo(56);
        assertThat(at(against.get(0), "width")).isCloseTo(bit - 3, within(.2));
        assertThat(at(support.get(0), "x")).isCloseTo(56 + bit, within(.2));
        assertThat(at(support.get(0), "width")).isCloseTo((bit - 3) / 2, within(.2));
        assertThat(at(against.get(1), "x")).isCloseTo(56 + bit + (bit - 3) / 2, within(.2));
        assertThat(at(unknown, "x")).isCloseTo(56 + 2 * bit + (bit - 3) / 2, within(.2));
        assertThat(SCORES).contains("M503.0 0V240", "one person is likelier than not from here: +0.5");
        assertThat(SCORES)
                .contains("1 bits: 99 pairs of one person", "0 bits: 9 pairs of different people", "1 bits: 9 pairs<");
        assertThat(at(text(SCORES, "0"), "x")).isIn(48.0, 354.0);
    }

    @Test
    void a_threshold_far_to_the_right_has_its_words_on_the_left_and_no_pair_needs_none() {
        List<Scores.Bin> bins = new ArrayList<>();
        for (int bit = 0; bit < 30; bit++) {
            bins.add(new Scores.Bin(bit, 1, 0, 0));
        }
        String svg = new ScoreChart(new Scores(bins), 2900).svg();
        assertThat(svg).contains("<text class=\"value end\" x=\"914.2\"");
        assertThat(text(svg, "25")).contains("mid");
        assertThat(svg).doesNotContain(">24</text>");
        assertThat(new ScoreChart(new Scores(List.of()), 0).svg()).doesNotContain("threshold", "rect");
    }

    @Test
    void what_is_calibrated_lies_on_the_line_and_more_pairs_are_a_larger_dot() {
        String svg = ReliabilityChart.svg(new Reliability(
                List.of(new Reliability.Bin(.4, .5, 10, .5, .5), new Reliability.Bin(.9, .95, 1000, .9, .4)),
                1010,
                .5));
        List<String> dots = elements(svg, "circle", "dot");
        String line = elements(svg, "line", "threshold").get(0);
        assertThat(dots).hasSize(2);
        assertThat(at(dots.get(0), "cx")).isCloseTo((at(line, "x1") + at(line, "x2")) / 2, within(.1));
        assertThat(at(dots.get(0), "cy")).isCloseTo((at(line, "y1") + at(line, "y2")) / 2, within(.1));
        assertThat(at(dots.get(1), "cy")).isGreaterThan(at(dots.get(0), "cy"));
        assertThat(at(dots.get(1), "r") - at(dots.get(0), "r")).isCloseTo(4.4, within(.01));
        assertThat(at(line, "x2") - at(line, "x1")).isEqualTo(286);
        assertThat(at(line, "y1") - at(line, "y2")).isEqualTo(286);
        assertThat(svg).contains("1\u2009000 pairs: predicted 0.9000, actual 0.4000");
        assertThat(elements(svg, "line", "grid")).hasSize(6);
        assertThat(at(text(svg, "0.4"), "y")).isCloseTo(310 - .4 * 286 + 4, within(.1));
    }

    @Test
    void a_card_shows_both_rows_what_was_thought_and_what_is_true() {
        PairStory story = new PairStory(
                4,
                1233,
                List.of(
                        new PairStory.Values("email", "a@b.example", "a@b.example"),
                        new PairStory.Values("city", "York <script>", null),
                        new PairStory.Values("street", " ", " ")),
                SCORE,
                true,
                false);
        assertThat(PairCard.html(story, true))
                .startsWith("<details open>")
                .contains("+5.0 bits", "97.0 %", "rows 5 and 1\u2009234", "found to be one person")
                .contains("class=\"bad\">truly different people", "20.0 % likely two people of one household")
                .contains("<th>email</th><td class=\"same\">a@b.example</td><td class=\"same\">a@b.example</td>")
                .contains("<td>York &lt;script&gt;</td><td><span class=\"soft\">—</span></td>")
                .contains("<th>street</th><td><span class=\"soft\">—</span></td>")
                .contains("<svg");
        Score sure = new Score(500, .97, .049, 0, List.of(), 0);
        assertThat(PairCard.html(new PairStory(0, 1, List.of(), sure, false, null), false))
                .startsWith("<details><summary>")
                .contains("left apart</summary>")
                .doesNotContain("truly", "of one household.");
        assertThat(PairCard.html(new PairStory(0, 1, List.of(), sure, false, false), false))
                .contains("class=\"good\">truly different people");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.00 %",
        "0.00001, under 0.01 %",
        "0.0001, 0.01 %",
        "0.005, 0.50 %",
        "0.01, 1.0 %",
        "0.5, 50.0 %",
        "0.99, 99.00 %",
        "0.9999, 99.99 %",
        "0.99999, over 99.99 %",
        "1, 100.00 %"
    })
    void what_is_not_certain_is_never_shown_as_certain(double part, String shown) {
        assertThat(Html.percent(part)).isEqualTo(shown);
    }

    @Test
    void text_of_others_is_text_and_long_text_is_cut() {
        assertThat(Html.escape("<a href='x'>\"&\u0007")).isEqualTo("&lt;a href=&#39;x&#39;&gt;&quot;&amp; ");
        assertThat(Html.escape("12345", 5)).isEqualTo("12345");
        assertThat(Html.escape("123456", 5)).isEqualTo("1234…");
        assertThat(Html.bits(0)).isEqualTo("+0.0");
        assertThat(Html.bits(-150)).isEqualTo("−1.5");
        assertThat(Html.count(1_234_567)).isEqualTo("1\u2009234\u2009567");
    }
}
