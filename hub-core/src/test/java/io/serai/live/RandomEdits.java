package io.serai.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Edits as people make them, drawn from a seed: most are good, some are not, and those are mended a little later. */
final class RandomEdits {

    /**
     * One save.
     *
     * @param file relative to the home
     * @param text null when the file is deleted
     * @param good whether it makes no mistake
     */
    record Save(String file, String text, boolean good) {}

    private final Random random;
    private final Map<String, String> good = new LinkedHashMap<>();
    private String broken;
    private int patience;

    RandomEdits(long seed) {
        random = new Random(seed);
        good.put("routes/customers.camel.yaml", pull());
        good.put("routes/drop.camel.yaml", drop());
    }

    /** The files that the edits are about, as they are to be at the end. */
    Map<String, String> files() {
        return good;
    }

    Save next() {
        if (broken != null && patience-- <= 0) {
            String file = broken;
            broken = null;
            return new Save(file, good.get(file), true);
        }
        if (broken == null && random.nextInt(5) == 0) {
            return spoiled();
        }
        Save save = change();
        if (save.file().equals(broken)) {
            broken = null;
        }
        if (save.text() == null) {
            good.remove(save.file());
        } else {
            good.put(save.file(), save.text());
        }
        return save;
    }

    private Save spoiled() {
        List<String> files = new ArrayList<>(good.keySet());
        broken = files.get(random.nextInt(files.size()));
        patience = random.nextInt(3);
        String text = good.get(broken);
        return new Save(
                broken,
                switch (random.nextInt(4)) {
                    case 0 -> "";
                    case 1 -> text + "\n\tspoiled: [";
                    case 2 -> broken.startsWith("routes/") ? text.replace("steps:", "stepps:") : "nonsense: 5\n";
                    default -> text.substring(0, text.length() / 2) + "{";
                },
                false);
    }

    private Save change() {
        return switch (random.nextInt(9)) {
            case 0, 1 -> new Save("routes/customers.camel.yaml", pull(), true);
            case 2, 3 -> new Save("routes/drop.camel.yaml", drop(), true);
            case 4 -> thereOrNot("routes/extra.camel.yaml", extra());
            case 5 ->
                new Save(
                        "config/mappings/customers.yaml",
                        WatchedHome.CUSTOMERS.replace("city: city", random.nextBoolean() ? "city: town" : "city: city"),
                        true);
            case 6 ->
                new Save(
                        "config/traits.yaml",
                        "spent: { " + (random.nextBoolean() ? "sum" : "maximum") + ": order.total }\n",
                        true);
            case 7 ->
                new Save(
                        "config/segments/big.yaml",
                        "name: Big\nwhere: { trait: spent, at_least: " + random.nextInt(100) + " }\n",
                        true);
            default -> thereOrNot("routes/errors.camel.yaml", """
                    - routeConfiguration:
                        id: errors
                        onException:
                          - onException:
                              exception: [java.io.IOException]
                              steps:
                                - log: { message: "failed" }
                    """);
        };
    }

    private Save thereOrNot(String file, String text) {
        return new Save(file, good.containsKey(file) && random.nextBoolean() ? null : text, true);
    }

    private String pull() {
        return """
                - route:
                    id: customers%d
                    from:
                      uri: hub:pull/shop/customers
                      parameters: { every: %dms }
                      steps:
                        - to: { uri: direct:store }
                """.formatted(random.nextInt(3), 30 + random.nextInt(5) * 20);
    }

    private String drop() {
        return """
                - route:
                    id: store
                    from:
                      uri: direct:store
                      steps:
                        - to: { uri: hub:ingest/customers }
                - route:
                    id: drop%d
                    from:
                      uri: file:data/drop
                      parameters: { delay: %d, initialDelay: 10 }
                      steps:
                        - to: { uri: hub:ingest/customers, parameters: { format: csv } }
                """.formatted(random.nextInt(3), 20 + random.nextInt(4) * 10);
    }

    private String extra() {
        return """
                - route:
                    id: extra%d
                    from:
                      uri: hub:segment/big
                      parameters: { cron: "0/%d * * * * ?" }
                      steps:
                        - to: { uri: hub:push/out/people, parameters: { mapping: people, mode: mirror } }
                """.formatted(random.nextInt(2), 1 + random.nextInt(3));
    }
}
