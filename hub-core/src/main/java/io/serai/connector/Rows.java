package io.serai.connector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What {@code {rows}} and {@code {rows.NAME}} stand for. The first is the list of all rows; the second takes one part of each
 * row together: texts are joined by spaces, maps become one map, anything else a list.
 */
final class Rows {

    private Rows() {}

    static Scope gather(Scope settings, WriteDefinition write, List<Scope> rows) {
        Template row = write.row().orElse(Template.of("{fields}"));
        Scope scope = settings.with(
                "rows", rows.stream().map(row::fill).filter(Objects::nonNull).toList());
        for (String name : row.parts()) {
            Template part = row.part(name);
            List<Object> parts =
                    rows.stream().map(part::fill).filter(Objects::nonNull).toList();
            scope = scope.with("rows." + name, together(parts));
        }
        return scope;
    }

    private static Object together(List<Object> parts) {
        if (parts.stream().allMatch(String.class::isInstance)) {
            return String.join(" ", parts.stream().map(String.class::cast).toList());
        }
        if (parts.stream().allMatch(Map.class::isInstance)) {
            Map<Object, Object> all = new LinkedHashMap<>();
            parts.forEach(part -> all.putAll((Map<?, ?>) part));
            return all;
        }
        return new ArrayList<>(parts);
    }
}
