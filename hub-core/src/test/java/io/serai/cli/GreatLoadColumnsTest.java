package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.TestHome;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a great load leaves to whoever asks about segments. */
class GreatLoadColumnsTest {

    @TempDir
    private Path folder;

    @Test
    void the_first_question_after_an_import_reads_columns_and_not_the_rows_of_people() throws Exception {
        TestHome home = new TestHome(folder)
                .config("connections/shop.yaml", """
                        connector: files
                        settings: { uri: "file:data/shop", streams: { customers: { pattern: "*.csv", key: id } } }
                        """)
                .config("identity.yaml", "identifiers: [{ name: email, normalise: email }]\nmatching: off\n")
                .config(
                        "mappings/customers.yaml",
                        "from: shop/customers\nto: profile\nfields: { email: email, city: city, points: points }\n")
                .config(
                        "segments/keen.yaml",
                        "name: Keen\nwhere: { all: [{ trait: city, is: leeds }, { trait: points, at_least: 10 }] }\n")
                .config("segments/written.yaml", "name: Written\nwhere: { trait: email, exists: true }\n")
                .file("data/shop/1.csv", "id,email,city,points\n" + people())
                .pull("customers", "shop/customers");
        home.sync("customers");
        assertThat(home.rows(
                        "SELECT DISTINCT n.name FROM trait_block b JOIN trait_name n ON n.id = b.trait_id ORDER BY 1"))
                .containsExactly(List.of("city"), List.of("email"), List.of("points"));
        Commands commands = new Commands(folder);
        assertThat(commands.hub("segment", "count", "keen").out()).isEqualTo("300\n");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/hub.db"));
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM profile_trait");
        }
        assertThat(commands.hub("segment", "count", "keen").out()).isEqualTo("300\n");
        assertThat(commands.hub("segment", "count", "written").out()).isEqualTo("900\n");
    }

    /** Of four, one has nothing that a segment asks for, one no e-mail address. */
    private static String people() {
        StringBuilder rows = new StringBuilder();
        for (int id = 0; id < 1_200; id += 4) {
            rows.append(id).append(",ann").append(id).append("@shop.test,Leeds,10\n");
            rows.append(id + 1).append(",bob").append(id).append("@shop.test,York,20\n");
            rows.append(id + 2).append(",cat").append(id).append("@shop.test,LEEDS,9.99\n");
            rows.append(id + 3).append(",,Hull,\n");
        }
        return rows.toString();
    }
}
