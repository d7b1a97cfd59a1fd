package io.serai.bench;

import io.serai.demo.population.Customer;
import io.serai.demo.population.Population;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A home that knows many people, all of them in one segment, with a route of that segment into each destination. */
record DestinationHome(Path folder) {

    private static final long SEED = 7;

    /** The requests that the limited API allows. */
    static final int A_SECOND = 10;

    /**
     * @param table of PostgreSQL, as JDBC knows it
     * @param sink the address of the HTTP sink
     */
    static DestinationHome lay(Path folder, String table, String sink) throws IOException {
        DestinationHome home = new DestinationHome(folder);
        home.basics();
        home.destination("table");
        home.destination("api");
        home.destination("limited");
        home.write("config/connections/table.yaml", """
                connector: jdbc
                settings:
                  url: %s
                  user: postgres
                  streams:
                    people: { table: person, key: person }
                """.formatted(table));
        home.write("config/connections/api.yaml", """
                connector: sink
                settings: { base_url: "%s" }
                """.formatted(sink));
        home.write("config/connections/limited.yaml", """
                connector: sink
                settings: { base_url: "%s" }
                rate_limit: %d/s
                """.formatted(sink, A_SECOND));
        home.write("plugins/sink/connector.yaml", """
                name: sink
                title: A sink that takes everything
                settings:
                  base_url: { required: true }
                http:
                  base: "{settings.base_url}"
                streams:
                  people:
                    kind: person
                    key: person
                    match: person
                    fields: { person: text, email: email, first_name: first_name, last_name: last_name, city: text }
                    write:
                      batch: 1000
                      upsert:
                        post: /people
                        body: { people: "{rows}" }
                        row: { person: "{match}", fields: "{other_fields}" }
                """);
        return home;
    }

    private void basics() throws IOException {
        write("config/hub.yaml", """
                name: Benchmark
                timezone: UTC
                store: { sqlite: data/hub.db }
                guards: { first_run: send }
                """);
        write("config/connections/customers.yaml", """
                connector: files
                settings:
                  uri: file:data/in
                  streams:
                    rows: { pattern: "*.csv", key: id }
                """);
        write("config/identity.yaml", """
                matching: off
                identifiers:
                  - { name: loyalty, per_profile: 3 }
                  - { name: email, per_profile: 5, normalise: email, shared: true }
                  - { name: phone, per_profile: 5, normalise: phone, region: GB, shared: true }
                """);
        write("config/mappings/customers.yaml", LiveHome.MAPPING);
        write("config/segments/everybody.yaml", """
                name: Everybody
                where:
                  any:
                    - { trait: city, missing: true }
                    - not: { trait: city, missing: true }
                """);
        write("routes/load.camel.yaml", """
                - route:
                    id: load
                    from:
                      uri: hub:pull/customers/rows
                      steps:
                        - to: hub:ingest/customers
                """);
    }

    private void destination(String name) throws IOException {
        write("config/mappings/" + name + ".yaml", """
                from: profile
                to: %s/people
                match: person
                fields:
                  person: profile_id
                  email: email
                  first_name: first_name
                  last_name: last_name
                  city: city
                """.formatted(name));
        write("routes/to-" + name + ".camel.yaml", """
                - route:
                    id: to-%s
                    from:
                      uri: hub:segment/everybody
                      steps:
                        - to: { uri: hub:push/%s/people, parameters: { mapping: %s } }
                """.formatted(name, name, name));
    }

    /** The file that the store is loaded from. */
    void invent(long rows) throws IOException {
        Path file = folder.resolve("data/in/customers.csv");
        Files.createDirectories(file.getParent());
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(String.join(",", Customer.COLUMNS) + "\n");
            Iterator<Customer> customers = Population.of(SEED, rows).iterator();
            while (customers.hasNext()) {
                writer.write(Stream.of(customers.next().values())
                                .map(value -> value == null ? "" : "\"" + value.replace("\"", "\"\"") + "\"")
                                .collect(Collectors.joining(","))
                        + "\n");
            }
        }
    }

    boolean loaded() {
        return Files.exists(loadedStore());
    }

    /** The store as it is now is what every measurement begins with. */
    void keepLoaded() throws IOException {
        Files.copy(store(), loadedStore(), StandardCopyOption.REPLACE_EXISTING);
    }

    void restore() throws IOException {
        for (String rest : new String[] {"-wal", "-shm"}) {
            Files.deleteIfExists(Path.of(store() + rest));
        }
        Files.copy(loadedStore(), store(), StandardCopyOption.REPLACE_EXISTING);
    }

    Path store() {
        return folder.resolve("data/hub.db");
    }

    private Path loadedStore() {
        return folder.resolve("loaded.db");
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }
}
