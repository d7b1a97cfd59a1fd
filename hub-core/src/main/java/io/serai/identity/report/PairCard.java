package io.serai.identity.report;

/** Two rows beside one another, and how their weight comes about. */
final class PairCard {

    private PairCard() {}

    static String html(PairStory pair, boolean open) {
        StringBuilder html =
                new StringBuilder("<details").append(open ? " open" : "").append("><summary>");
        html.append("<b>")
                .append(Html.bits(pair.score().weight()))
                .append(" bits</b> ")
                .append(Html.percent(pair.score().probability()))
                .append(" · rows ")
                .append(Html.count(pair.left() + 1L))
                .append(" and ")
                .append(Html.count(pair.right() + 1L))
                .append(" · ")
                .append(pair.together() ? "found to be one person" : "left apart");
        if (pair.same() != null) {
            boolean right = pair.same() == pair.together();
            html.append(" · <span class=\"")
                    .append(right ? "good" : "bad")
                    .append("\">")
                    .append(pair.same() ? "truly one person" : "truly different people")
                    .append("</span>");
        }
        html.append(
                "</summary><table class=\"pair\"><thead><tr><th>field</th><th>one row</th><th>the other</th></tr></thead>"
                        + "<tbody>");
        for (PairStory.Values values : pair.values()) {
            boolean same = values.left() != null
                    && !values.left().isBlank()
                    && values.left().equals(values.right());
            html.append("<tr><th>")
                    .append(Html.escape(values.field()))
                    .append("</th><td")
                    .append(same ? " class=\"same\"" : "")
                    .append('>')
                    .append(value(values.left()))
                    .append("</td><td")
                    .append(same ? " class=\"same\"" : "")
                    .append('>')
                    .append(value(values.right()))
                    .append("</td></tr>");
        }
        html.append("</tbody></table>");
        if (pair.score().household() >= 0.05) {
            html.append("<p class=\"soft\">")
                    .append(Html.percent(pair.score().household()))
                    .append(" likely two people of one household.</p>");
        }
        return html.append(new Waterfall(pair.score()).svg())
                .append("</details>")
                .toString();
    }

    private static String value(String value) {
        return value == null || value.isBlank() ? "<span class=\"soft\">—</span>" : Html.escape(value, 90);
    }
}
