package io.serai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A small home with a little of everything that most homes have: people, orders that name them, traits of orders, a segment, a push. */
final class WarmupHome {

    private static final String IDENTIFIERS =
            "identifiers: [{ name: email, normalise: email, shared: true }, { name: phone, normalise: phone, region: GB },"
                    + " { name: card }]\n";

    private static final String PERSON =
            "{ email: email, phone: phone, card: card, first_name: first_name, last_name: last_name,"
                    + " birth_date: born, street: street, postcode: postcode, city: city, country: country,"
                    + " consent.email: { from: mail, map: { yes: granted, \"*\": unknown } } }\n";

    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("config/hub.yaml", "name: Warm-up\nguards: { first_run: send }\n"),
            Map.entry(
                    "config/connections/in.yaml",
                    "connector: files\nsettings: { uri: \"file:data/in\", streams: { people: { pattern: \"people.csv\", key: id },"
                            + " few: { pattern: \"few.csv\", key: id }, orders: { pattern: \"orders.csv\", key: id } } }\n"),
            Map.entry(
                    "config/connections/out.yaml",
                    "connector: files\nsettings: { uri: \"file:data/out\", streams: { people: { file: people.csv, key: id } } }\n"),
            Map.entry(
                    "config/traits.yaml",
                    "spent: { sum: order.total }\norders: { count: order }\nfirst_at: { earliest: order.time }\n"
                            + "last_at: { latest: order.time }\nstore: { most_frequent: order.store }\n"),
            Map.entry("config/mappings/in.yaml", "from: in/people\nto: profile\nfields: " + PERSON),
            Map.entry("config/mappings/few.yaml", "from: in/few\nto: profile\nfields: " + PERSON),
            Map.entry(
                    "config/mappings/orders.yaml",
                    "from: in/orders\nto: order\nperson: { card: card, email: email }\n"
                            + "fields: { id: id, time: time, total: total, currency: { value: GBP }, store: store }\n"),
            Map.entry(
                    "config/mappings/out.yaml",
                    "from: profile\nto: out/people\nmatch: id\nfields: { id: profile_id, email: email }\n"),
            Map.entry(
                    "config/segments/all.yaml",
                    "name: All\nwhere: { any: [{ trait: email, exists: true }, { trait: city, is: York }, { trait: city, any_of: [a, 7] },"
                            + " { trait: email, starts_with: a }, { trait: email, at_least: 1 }, { consent: email, is: granted },"
                            + " { source: in }, { event: order, within: 9d }] }\n"),
            Map.entry("routes/in.camel.yaml", pull("in", "people")),
            Map.entry("routes/few.camel.yaml", pull("few", "few")),
            Map.entry("routes/orders.camel.yaml", pull("orders", "orders")),
            Map.entry(
                    "routes/out.camel.yaml",
                    "- route:\n    id: out\n    from:\n      uri: hub:segment/all\n      steps:\n"
                            + "        - to: { uri: hub:push/out/people, parameters: { mapping: out, mode: mirror } }\n"),
            Map.entry("data/in/people.csv", people(0, 600)),
            Map.entry("data/in/few.csv", people(300, 305)),
            Map.entry("data/in/orders.csv", orders(600)));

    private WarmupHome() {}

    /**
     * Writes it.
     *
     * @param matching what {@code config/identity.yaml} says after the identifiers
     */
    static void in(Path home, String matching) throws IOException {
        for (var file : FILES.entrySet()) {
            write(home.resolve(file.getKey()), file.getValue());
        }
        write(home.resolve("config/identity.yaml"), IDENTIFIERS + matching);
    }

    private static String pull(String name, String stream) {
        return "- route:\n    id: " + name + "\n    from:\n      uri: hub:pull/in/" + stream
                + "\n      steps:\n        - to: { uri: hub:ingest/" + name + " }\n";
    }

    /** So many that a first load is a great one; every third shares an address with the one before, a few are written in unusual ways. */
    private static String people(int first, int end) {
        StringBuilder rows =
                new StringBuilder("id,email,phone,card,first_name,last_name,born,street,postcode,city,country,mail\n");
        for (int person = first; person < end; person++) {
            int same = person % 3 == 2 ? person - 1 : person;
            boolean unusual = person % 100 == 7;
            rows.append(person + ",ann" + same + "@warm.up,020 7946 0" + (100 + person) + (unusual ? " ext. 9" : "")
                    + ",c" + person + "," + (unusual ? "Ἄννα" : "Ann") + ",Mill" + same + ",19" + (10 + person % 90)
                    + "-02-03,\"" + same + " High Street\",YO1 7HH,York,GB,yes\n");
        }
        return rows.toString();
    }

    private static String orders(int count) {
        StringBuilder rows = new StringBuilder("id,time,total,store,card,email\n");
        for (int order = 0; order < count; order++) {
            rows.append("o" + order + ",2026-01-02T10:00:00Z," + order + ".50,York,c" + order / 2 + ",ann" + order / 2
                    + "@warm.up\n");
        }
        return rows.toString();
    }

    private static void write(Path path, String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
