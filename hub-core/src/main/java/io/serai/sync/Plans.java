package io.serai.sync;

import io.serai.profile.ProfileId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows plans to people and programs. */
public final class Plans {

    private static final int PAGE = 1000;

    private final PlanStore store;

    public Plans(PlanStore store) {
        this.store = store;
    }

    public Optional<PlanView> get(long plan) {
        return store.get(plan);
    }

    /** Newest first. */
    public List<PlanView> list(int limit) {
        return store.list(limit);
    }

    /** The next rows, without those that send nothing and ask nothing of anybody. */
    public List<PlanRow> rows(long plan, PlanRow after, int limit) {
        List<PlanRow> rows = after == null
                ? store.rows(plan, -1, 0, limit)
                : store.rows(plan, after.phase(), after.profile(), limit);
        return rows;
    }

    /** Whom a run held back and why; not those of a plan that only waits for approval. */
    public List<PlanRow> held(long run, int limit) {
        return store.held(run, limit);
    }

    /** The object that {@code hub plan --json} prints. Its rows are an {@link Iterable} that reads them page by page. */
    public Map<String, Object> json(PlanView plan) {
        Iterable<Map<String, Object>> rows =
                () -> pages(plan.id()).flatMap(List::stream).map(Plans::json).iterator();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("plan", plan.id());
        json.put("route", plan.route());
        json.put("destination", plan.destination().toString());
        json.put("status", plan.status().text());
        json.put("adds", plan.adds());
        json.put("changes", plan.changes());
        json.put("removals", plan.removals());
        json.put("held", plan.held());
        json.put("unchanged", plan.unchanged());
        if (plan.reason() != null) {
            json.put("reason", plan.reason());
        }
        json.put("rows", rows);
        return json;
    }

    private Stream<List<PlanRow>> pages(long plan) {
        return Stream.iterate(
                        rows(plan, null, PAGE),
                        page -> !page.isEmpty(),
                        page -> rows(plan, page.get(page.size() - 1), PAGE))
                .map(page ->
                        page.stream().filter(row -> row.op() != PlanOp.RELEASE).toList());
    }

    /** One row: of a change only the fields that differ, before and after. */
    public static Map<String, Object> json(PlanRow row) {
        Map<String, Object> before = new LinkedHashMap<>(row.previous());
        Map<String, Object> after = new LinkedHashMap<>(row.fields());
        if (row.op() == PlanOp.CHANGE) {
            before.entrySet()
                    .removeIf(field -> row.fields().containsKey(field.getKey())
                            && Objects.equals(field.getValue(), row.fields().get(field.getKey())));
            after.entrySet()
                    .removeIf(field -> row.previous().containsKey(field.getKey())
                            && Objects.equals(field.getValue(), row.previous().get(field.getKey())));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("op", row.op().text());
        json.put("profile_id", ProfileId.text(row.profile()));
        json.put("match", row.match());
        json.put("before", before);
        json.put("after", after);
        json.put("status", row.state().text());
        if (row.reason() != null) {
            json.put("reason", row.reason());
        }
        return json;
    }
}
