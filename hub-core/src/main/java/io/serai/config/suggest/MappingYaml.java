package io.serai.config.suggest;

import io.serai.config.schema.Schemas;
import java.util.ArrayList;
import java.util.List;

/** Writes a proposed mapping as a file of {@code config/mappings} whose comments say why. */
public final class MappingYaml {

    private static final int WIDEST = 60;

    private MappingYaml() {}

    /** The file. */
    public static String of(MappingAdvice advice) {
        StringBuilder yaml = new StringBuilder(Schemas.line("mapping", "config/mappings/" + advice.name() + ".yaml"));
        yaml.append("# Suggested for ")
                .append(advice.stream())
                .append(": ")
                .append(source(advice))
                .append('\n');
        yaml.append("from: ").append(Yaml.text(advice.stream().toString())).append('\n');
        yaml.append("to: ")
                .append(advice.target())
                .append(comment(advice.why(), 4 + advice.target().length(), 24))
                .append('\n');
        block(yaml, "person", advice.person());
        block(yaml, "fields", advice.fields());
        advice.lines().ifPresent(lines -> lines(yaml, lines));
        if (!advice.identifiers().isEmpty()) {
            yaml.append("# It brings identifiers that config/identity.yaml does not name yet. For its identifiers:\n");
            advice.identifiers().forEach(identifier -> yaml.append("#   - ")
                    .append(identifier.value())
                    .append("   # ")
                    .append(identifier.why())
                    .append('\n'));
        }
        return yaml.toString();
    }

    private static String source(MappingAdvice advice) {
        return switch (advice.records()) {
            case 0 -> "from what its connector says of it; no record was there to look at.";
            case 1 -> "from what its connector says of it, and one record.";
            default -> "from what its connector says of it, and " + advice.records() + " records.";
        };
    }

    private static void block(StringBuilder yaml, String key, List<Suggested> lines) {
        if (lines.isEmpty()) {
            return;
        }
        boolean any = lines.stream().anyMatch(Suggested::used);
        yaml.append(any ? key + ":\n" : "# " + key + ":\n");
        List<Suggested> sorted =
                new ArrayList<>(lines.stream().filter(Suggested::used).toList());
        sorted.addAll(lines.stream().filter(line -> !line.used()).toList());
        int width = Math.min(
                WIDEST,
                sorted.stream().mapToInt(line -> written(line).length()).max().orElse(0));
        boolean rest = false;
        for (Suggested line : sorted) {
            if (!line.used() && !rest && any) {
                yaml.append("  # Not taken; take away the # of what you want to keep.\n");
            }
            rest = !line.used();
            String written = written(line);
            yaml.append(written)
                    .append(comment(line.why(), written.length(), width))
                    .append('\n');
        }
    }

    private static String written(Suggested line) {
        return (line.used() ? "  " : "  # ") + Yaml.text(line.field()) + ": " + line.value();
    }

    private static void lines(StringBuilder yaml, MappingAdvice.Lines lines) {
        if (lines.fields().isEmpty()) {
            return;
        }
        yaml.append("lines:").append(comment(lines.why(), 6, 24)).append('\n');
        yaml.append("  from: ").append(Yaml.text(lines.from())).append('\n');
        List<String> fields = lines.fields().stream()
                .map(field -> field.field() + ": " + field.value())
                .toList();
        yaml.append("  fields: { ").append(String.join(", ", fields)).append(" }\n");
    }

    private static String comment(String why, int at, int column) {
        return why.isEmpty() ? "" : " ".repeat(Math.max(1, column - at + 3)) + "# " + Yaml.comment(why);
    }
}
