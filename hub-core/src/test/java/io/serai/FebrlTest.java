package io.serai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The people of FEBRL 3, half of them in a CRM and half in a shop, joined by a number that is not always there or right. */
class FebrlTest {

    @TempDir
    private Path folder;

    private final List<NamedCsvRecord> people = new ArrayList<>();
    private TestHome home;

    @BeforeEach
    void half_in_a_crm_and_half_in_a_shop() throws IOException, SQLException {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(SharedData.file("people/febrl3.csv"))) {
            rows.forEach(people::add);
        }
        home = new TestHome(folder)
                .config("connections/crm.yaml", """
                        connector: jdbc
                        settings:
                          url: jdbc:sqlite:data/crm.db
                          streams: { contacts: { table: contacts, key: id } }
                        """)
                .config("connections/shop.yaml", """
                        connector: files
                        settings:
                          uri: file:data/shop
                          streams: { customers: { pattern: "customers.csv", key: id } }
                        """)
                .config("identity.yaml", """
                        identifiers: [ { name: soc_sec_id, per_profile: 9 } ]
                        matching: off
                        """);
        for (String mapping : List.of("crm/contacts", "shop/customers")) {
            String name = mapping.replace('/', '-');
            home.config("mappings/" + name + ".yaml", """
                            from: %s
                            to: profile
                            fields: { soc_sec_id: soc_sec_id, first_name: given_name, last_name: surname, postcode: postcode }
                            """.formatted(mapping)).pull(name, mapping);
        }
        Files.createDirectories(home.path("data"));
        crm(people.stream().filter(row -> inCrm(row)).toList());
        StringBuilder shop = new StringBuilder("id,soc_sec_id,given_name,surname,postcode\n");
        people.stream().filter(row -> !inCrm(row)).forEach(row -> shop.append(String.join(",", fields(row)))
                .append('\n'));
        home.file("data/shop/customers.csv", shop.toString());
    }

    private static boolean inCrm(NamedCsvRecord row) {
        return row.getField("id").hashCode() % 2 == 0;
    }

    private static List<String> fields(NamedCsvRecord row) {
        return List.of(
                row.getField("id"),
                row.getField("soc_sec_id"),
                row.getField("given_name"),
                row.getField("surname"),
                row.getField("postcode"));
    }

    private void crm(List<NamedCsvRecord> rows) throws SQLException {
        try (Connection crm = DriverManager.getConnection("jdbc:sqlite:" + home.path("data/crm.db"))) {
            crm.createStatement()
                    .execute(
                            "CREATE TABLE contacts (id TEXT PRIMARY KEY, soc_sec_id TEXT, given_name TEXT, surname TEXT, postcode TEXT)");
            crm.setAutoCommit(false);
            try (PreparedStatement insert = crm.prepareStatement("INSERT INTO contacts VALUES (?, ?, ?, ?, ?)")) {
                for (NamedCsvRecord row : rows) {
                    List<String> fields = fields(row);
                    for (int n = 0; n < fields.size(); n++) {
                        insert.setString(n + 1, fields.get(n));
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            crm.commit();
        }
    }

    /** Rows with an equal number are one person; a row without one is nobody that can be told. */
    private UnionFind truth() {
        UnionFind truth = new UnionFind();
        people.forEach(row -> {
            String number = row.getField("soc_sec_id").strip();
            if (!number.isEmpty()) {
                truth.join("row " + row.getField("id"), "number " + number);
            }
        });
        return truth;
    }

    @ParameterizedTest
    @CsvSource({"shop-customers, crm-contacts", "crm-contacts, shop-customers"})
    void clusters_are_those_of_equal_numbers_whichever_system_comes_first(String first, String second) {
        assertThat(home.sync(first).counts().stored()
                        + home.sync(second).counts().stored())
                .isEqualTo(people.size());

        Map<String, TreeSet<String>> found = new TreeMap<>();
        home.rows("SELECT s.profile_id, r.key FROM record r JOIN record_state x ON x.record_id = r.id"
                        + " JOIN signature s ON s.id = x.signature_id WHERE s.profile_id IS NOT NULL")
                .forEach(row -> found.computeIfAbsent(row.get(0), profile -> new TreeSet<>())
                        .add("row " + row.get(1)));
        List<List<String>> clusters = new ArrayList<>();
        found.values().forEach(cluster -> clusters.add(List.copyOf(cluster)));
        clusters.sort((left, right) -> left.get(0).compareTo(right.get(0)));

        assertThat(clusters).isEqualTo(truth().groups("row "));
        assertThat(clusters).as("people in both systems").anyMatch(cluster -> cluster.size() > 1);
    }

    @Test
    void evaluate_measures_what_pairs_counted_by_hand_say() {
        JsonNode measured = evaluate("people/febrl3.csv");
        UnionFind truth = truth();
        Map<String, Long> sameFound = new HashMap<>();
        Map<String, Long> sameTruth = new HashMap<>();
        Map<String, Long> sameBoth = new HashMap<>();
        for (NamedCsvRecord row : people) {
            boolean known = !row.getField("soc_sec_id").isBlank();
            String found = known ? truth.root("row " + row.getField("id")) : "row " + row.getField("id");
            String person = row.getField("cluster");
            sameFound.merge(found, 1L, Long::sum);
            sameTruth.merge(person, 1L, Long::sum);
            sameBoth.merge(found + " " + person, 1L, Long::sum);
        }
        double precision = (double) pairs(sameBoth) / pairs(sameFound);
        double recall = (double) pairs(sameBoth) / pairs(sameTruth);
        assertThat(measured.get("clusters").asInt()).isEqualTo(sameFound.size());
        assertThat(measured.at("/pairwise/precision").asDouble()).isCloseTo(precision, within(1e-9));
        assertThat(measured.at("/pairwise/recall").asDouble()).isCloseTo(recall, within(1e-9));
        assertThat(measured.at("/pairwise/f1").asDouble())
                .isCloseTo(2 * precision * recall / (precision + recall), within(1e-9));
    }

    private static long pairs(Map<String, Long> sizes) {
        return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
    }

    @Test
    void evaluate_measures_every_labelled_file() {
        home.config("identity.yaml", """
                identifiers: [ { name: soc_sec_id, per_profile: 9 }, { name: email, per_profile: 9, normalise: email } ]
                matching: off
                """);
        for (String file : List.of("febrl1.csv", "fake1000.csv", "historical50k.csv.gz")) {
            JsonNode measured = evaluate("people/" + file);
            for (String number : List.of("/pairwise/precision", "/pairwise/recall", "/pairwise/f1")) {
                assertThat(measured.at(number).asDouble(-1))
                        .as("%s of %s", number, file)
                        .isBetween(0.0, 1.0);
            }
            for (String number : List.of("clusters", "wall_s", "cpu_s", "peak_mb")) {
                assertThat(measured.get(number).isNumber())
                        .as("%s of %s", number, file)
                        .isTrue();
            }
            assertThat(measured.get("clusters").asInt()).as(file).isPositive();
        }
    }

    private JsonNode evaluate(String file) {
        HubProcess.Answer answer =
                HubProcess.run(folder, "evaluate", SharedData.file(file).toString(), "--truth", "cluster", "--json");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer.json();
    }
}
