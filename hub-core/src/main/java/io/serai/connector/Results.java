package io.serai.connector;

import io.serai.spi.Mutation;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds in an answer what became of each row. */
final class Results {

    private Results() {}

    static void read(
            WriteDefinition write,
            List<Mutation> chunk,
            List<Scope> rows,
            Answer answer,
            Map<String, RowResult> results) {
        boolean any = false;
        for (ResultDefinition result : write.results()) {
            any |= result.perRow() || !write.batched()
                    ? perRow(result, chunk, rows, answer, results)
                    : listed(result, chunk, rows, answer, results);
        }
        boolean statusSpeaks = write.results().isEmpty() || !write.batched();
        if (statusSpeaks && answer.failure().isEmpty()) {
            chunk.forEach(mutation -> results.putIfAbsent(mutation.id(), new RowResult.Written(null)));
            return;
        }
        if (!any) {
            answer.orThrow();
        }
        answer.failure()
                .ifPresent(failure -> chunk.forEach(
                        mutation -> results.putIfAbsent(mutation.id(), new RowResult.Unknown(failure.getMessage()))));
    }

    private static boolean perRow(
            ResultDefinition result,
            List<Mutation> chunk,
            List<Scope> rows,
            Answer answer,
            Map<String, RowResult> results) {
        boolean any = false;
        for (int i = 0; i < chunk.size(); i++) {
            for (Template at : result.at()) {
                Object element = JsonPath.of(at.text(rows.get(i))).read(answer.body());
                if (element != null) {
                    results.put(chunk.get(i).id(), judge(result, element));
                    any = true;
                }
            }
        }
        return any;
    }

    private static boolean listed(
            ResultDefinition result,
            List<Mutation> chunk,
            List<Scope> rows,
            Answer answer,
            Map<String, RowResult> results) {
        Map<String, Mutation> byName = new HashMap<>();
        for (int i = 0; i < chunk.size(); i++) {
            String name = result.equals().text(rows.get(i));
            if (name != null) {
                byName.put(name.strip().toLowerCase(Locale.ROOT), chunk.get(i));
            }
        }
        boolean any = false;
        for (Template at : result.at()) {
            if (!(JsonPath.of(at.toString()).read(answer.body()) instanceof List<?> list)) {
                continue;
            }
            for (int i = 0; i < list.size(); i++) {
                Object element = list.get(i);
                List<String> name = result.by().map(path -> path.texts(element)).orElse(List.of());
                Mutation mutation = result.by().isEmpty()
                        ? (i < chunk.size() ? chunk.get(i) : null)
                        : name.isEmpty() ? null : byName.get(name.get(0).toLowerCase(Locale.ROOT));
                if (mutation != null) {
                    results.put(mutation.id(), judge(result, element));
                    any = true;
                }
            }
        }
        return any;
    }

    private static RowResult judge(ResultDefinition result, Object element) {
        List<String> why = result.why().map(path -> path.texts(element)).orElse(List.of());
        if (why.isEmpty()) {
            List<String> id = result.id().map(path -> path.texts(element)).orElse(List.of());
            return new RowResult.Written(id.isEmpty() ? null : id.get(0));
        }
        String words = String.join("; ", why);
        if (result.later()) {
            return new RowResult.Unknown(words);
        }
        boolean exists = !result.exists().isEmpty()
                && result.exists().entrySet().stream()
                        .allMatch(mark -> mark.getKey().texts(element).contains(mark.getValue()));
        return exists ? new RowResult.Exists(words) : new RowResult.Refused(words);
    }
}
