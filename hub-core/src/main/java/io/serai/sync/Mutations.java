package io.serai.sync;

import io.serai.record.RecordHash;
import io.serai.spi.Mutation;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Makes mutations of a plan's rows. The same change has the same id however often it is sent. */
final class Mutations {

    private final String prefix;
    private final Operations operations;
    private final Set<String> order;

    Mutations(String route, PushTarget target, Operations operations) {
        this.prefix = route + " " + target.name() + " ";
        this.operations = operations;
        this.order = target.mapping().fields().keySet();
    }

    Mutation of(PlanRow row) {
        String id = HexFormat.of()
                .toHexDigits(RecordHash.of(
                        prefix + row.profile() + " " + row.op().text() + " " + row.hash() + " " + row.base()));
        return new Mutation(
                id,
                operations.of(row.op()),
                row.match(),
                row.remoteId(),
                ordered(row.fields()),
                ordered(row.previous()));
    }

    private Map<String, Object> ordered(Map<String, Object> fields) {
        if (fields.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> ordered = new LinkedHashMap<>(2 * fields.size());
        for (String name : order) {
            Object value = fields.get(name);
            if (value != null || fields.containsKey(name)) {
                ordered.put(name, plain(value));
            }
        }
        if (ordered.size() < fields.size()) {
            fields.forEach(ordered::putIfAbsent);
        }
        return ordered;
    }

    private static Object plain(Object value) {
        return value instanceof BigDecimal number && number.scale() < 0 ? number.setScale(0) : value;
    }
}
