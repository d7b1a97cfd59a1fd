package io.serai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A fresh home for the customers of the generator: matching as it is when nobody has said anything about it, or none. */
final class LiveHome {

    /** What the columns of the invented customers mean. */
    static final String MAPPING = """
            from: customers/rows
            to: profile
            fields:
              loyalty: loyalty
              email: email
              phone: phone
              first_name: first_name
              last_name: last_name
              birth_date: birth_date
              street: street
              postcode: postcode
              city: city
              country: country
            """;

    private LiveHome() {}

    static Path lay(Path home, boolean matching) throws IOException {
        clear(home);
        write(home, "config/hub.yaml", """
                name: Benchmark
                timezone: UTC
                store: { sqlite: data/hub.db }
                """);
        write(home, "config/connections/customers.yaml", """
                connector: files
                settings:
                  uri: file:data/in
                  streams:
                    rows: { pattern: "*.csv", key: id }
                """);
        write(home, "config/identity.yaml", """
                identifiers:
                  - { name: loyalty, per_profile: 3 }
                  - { name: email, per_profile: 5, normalise: email, shared: true }
                  - { name: phone, per_profile: 5, normalise: phone, region: GB, shared: true }
                """ + (matching ? "" : "matching: off\n"));
        write(home, "config/segments/everybody.yaml", """
                name: Whoever has a town
                where: { not: { trait: city, missing: true } }
                """);
        write(home, "config/mappings/customers.yaml", MAPPING);
        write(home, "routes/customers.camel.yaml", """
                - route:
                    id: customers
                    from:
                      uri: hub:pull/customers/rows
                      steps:
                        - to: hub:ingest/customers
                """);
        return home;
    }

    private static void write(Path home, String file, String text) throws IOException {
        Files.createDirectories(home.resolve(file).getParent());
        Files.writeString(home.resolve(file), text);
    }

    private static void clear(Path home) throws IOException {
        if (Files.exists(home)) {
            List<Path> all;
            try (Stream<Path> files = Files.walk(home)) {
                all = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : all) {
                Files.delete(file);
            }
        }
    }
}
