package io.serai.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a person wrote after {@code --map}. */
final class ColumnMap {

    private ColumnMap() {}

    /**
     * Column by meaning, in the order of writing.
     *
     * @param entries "email=mail"
     * @param truth the column that no meaning may be given
     */
    static Map<String, String> read(List<String> entries, String truth) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String entry : entries) {
            int equals = entry.indexOf('=');
            String name = equals < 0 ? "" : entry.substring(0, equals).strip();
            String column = equals < 0 ? "" : entry.substring(equals + 1).strip();
            if (name.isEmpty() || column.isEmpty()) {
                throw Refusal.usage(
                        "--map: \"" + entry + "\" is no NAME=COLUMN. Write what a column means and its name, as in"
                                + " --map first_name=given,email=mail");
            }
            if (column.equals(truth)) {
                throw Refusal.usage("--map names the column of the truth, \"" + truth
                        + "\": that would tell who is who. Take it out.");
            }
            String before = map.put(name, column);
            if (before != null) {
                throw Refusal.usage("--map names \"" + name
                        + "\" twice. Put columns that make one value together with a plus," + " as in " + name + '='
                        + before + '+' + column + ", or number them: " + name + "_2=" + column);
            }
        }
        return map;
    }
}
