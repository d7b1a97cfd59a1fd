package io.serai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.sync.RunStatus;
import io.serai.sync.RunView;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as customers really have them: what is good comes in, what is bad is counted and named, the next run heals. */
class MessyFilesTest {

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void a_shop_of_files() {
        home = new TestHome(folder)
                .config("connections/shop.yaml", """
                        connector: files
                        settings:
                          uri: file:data/shop
                          streams:
                            customers: { pattern: "customers*.csv", key: id }
                            members: { pattern: "members*.jsonl", key: id }
                        """)
                .config("identity.yaml", """
                        identifiers:
                          - { name: shop_id, per_profile: 5 }
                          - { name: email, per_profile: 5, normalise: email }
                        matching: off
                        """)
                .config("mappings/customers.yaml", """
                        from: shop/customers
                        to: profile
                        fields:
                          shop_id: id
                          email: email
                          first_name: name
                          birth_date: { from: born, format: "dd/MM/yyyy" }
                        """)
                .config("mappings/members.yaml", """
                        from: shop/members
                        to: profile
                        fields:
                          shop_id: id
                          email: contact.emails[0].address
                          first_name: name
                        """)
                .pull("customers", "shop/customers")
                .pull("members", "shop/members");
        home.file("data/shop/.keep", "");
    }

    private RunView read(String text) {
        return home.file("data/shop/customers.csv", text).sync("customers");
    }

    private void assertCounts(RunView run, int stored, int unchanged, int rejected) {
        assertThat(run.status()).as(run.message()).isEqualTo(RunStatus.DONE);
        assertThat(run.counts().stored()).as("stored").isEqualTo(stored);
        assertThat(run.counts().unchanged()).as("unchanged").isEqualTo(unchanged);
        assertThat(run.counts().rejected()).as("rejected").isEqualTo(rejected);
        assertThat(run.counts().read()).as("read").isEqualTo(stored + unchanged + rejected);
    }

    @Test
    void broken_rows_are_rejected_by_line_and_come_in_when_they_are_mended() {
        RunView broken = read("""
                id,email,name,born
                1,ann@x.test,Ann,01/02/1990
                2,ben@x.test,Ben
                3,cy@x.test,"Cy,03/02/1990
                ,nobody@x.test,Nobody,
                5,dee@x.test,Dee,05/02/1990
                """);
        assertCounts(broken, 2, 0, 3);
        assertThat(home.rejections(broken))
                .satisfiesExactlyInAnyOrder(
                        reason -> assertThat(reason).contains("customers.csv:3", "3 columns where the header has 4"),
                        reason -> assertThat(reason).contains("customers.csv:4"),
                        reason -> assertThat(reason).contains("customers.csv:5", "\"id\" is empty"));

        RunView mended = read("""
                id,email,name,born
                1,ann@x.test,Ann,01/02/1990
                2,ben@x.test,Ben,02/02/1990
                3,cy@x.test,"Cy",03/02/1990
                4,nobody@x.test,Nobody,
                5,dee@x.test,Dee,05/02/1990
                """);
        assertCounts(mended, 3, 2, 0);
        assertThat(home.keys()).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void a_date_in_another_format_is_rejected_with_the_format_that_was_expected() {
        RunView run = read("""
                id,email,name,born
                1,ann@x.test,Ann,01/02/1990
                2,ben@x.test,Ben,1990-02-01
                3,cy@x.test,Cy,31/02/1990
                4,dee@x.test,Dee,"Feb 1, 1990"
                5,eli@x.test,Eli,
                """);
        assertCounts(run, 2, 0, 3);
        assertThat(home.rejections(run)).allSatisfy(reason -> assertThat(reason).contains("dd/MM/yyyy"));
        assertThat(home.find("shop_id:1").get(0).traits()).containsEntry("birth_date", "1990-02-01");
        assertThat(home.find("shop_id:2")).isEmpty();
        assertThat(home.sync("customers").counts().stored()).isZero();

        home.config("mappings/customers.yaml", """
                from: shop/customers
                to: profile
                fields: { shop_id: id, email: email, first_name: name, birth_date: born }
                """);
        home.file("data/shop/customers-2.csv", "id,email,name,born\n2,ben@x.test,Ben,1990-02-01\n");
        assertThat(home.sync("customers").counts().rejected()).isZero();
        assertThat(home.find("shop_id:2").get(0).traits()).containsEntry("birth_date", "1990-02-01");
    }

    @Test
    void a_wrong_encoding_spoils_its_rows_only_and_says_which_setting_helps() {
        home.file(
                "data/shop/customers.csv",
                "id,email,name,born\n1,jose@x.test,José,\n2,ben@x.test,Ben,\n".getBytes(StandardCharsets.ISO_8859_1));
        RunView run = home.sync("customers");
        assertCounts(run, 1, 0, 1);
        assertThat(home.rejections(run).get(0)).contains("customers.csv:2", "UTF-8", "charset");

        home.file("data/shop/customers.csv", "id,email,name,born\n1,jose@x.test,José,\n2,ben@x.test,Ben,\n");
        assertCounts(home.sync("customers"), 1, 1, 0);
        assertThat(home.find("email:jose@x.test").get(0).traits()).containsEntry("first_name", "José");
    }

    @Test
    void byte_order_marks_are_not_part_of_the_first_column() {
        home.file("data/shop/customers-8.csv", "\uFEFFid,email,name,born\r\n1,ann@x.test,Ann,\r\n");
        home.file(
                "data/shop/customers-16.csv",
                "\uFEFFid,email,name,born\r\n2,zoe@x.test,Zoë,\r\n".getBytes(StandardCharsets.UTF_16LE));
        assertCounts(home.sync("customers"), 2, 0, 0);
        assertThat(home.keys()).containsExactly("1", "2");
        assertThat(home.find("shop_id:2").get(0).traits()).containsEntry("first_name", "Zoë");
    }

    @Test
    void a_field_of_ten_megabytes_is_kept_whole() {
        String name = "x".repeat(10 << 20);
        assertCounts(read("id,email,name,born\n1,ann@x.test," + name + ",\n2,ben@x.test,Ben,\n"), 2, 0, 0);
        assertThat(home.rows("SELECT length(payload) > 10485760 FROM record WHERE key = '1'"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsExactly("1"));
        assertCounts(read("id,email,name,born\n1,ann@x.test," + name + ",\n2,ben@x.test,Benny,\n"), 1, 1, 0);
    }

    @Test
    void of_a_key_that_comes_twice_the_later_row_stands_and_every_row_is_counted() {
        RunView run = read("id,email,name,born\n1,old@x.test,Ann,\n2,ben@x.test,Ben,\n1,new@x.test,Ann,\n");
        assertThat(run.counts().read())
                .isEqualTo(run.counts().stored()
                        + run.counts().unchanged()
                        + run.counts().rejected());
        assertThat(home.keys()).containsExactly("1", "2");
        assertThat(home.find("email:new@x.test")).hasSize(1);
        assertThat(home.find("email:old@x.test")).isEmpty();
    }

    @Test
    void a_header_that_comes_twice_refuses_its_file_and_no_other() {
        home.file("data/shop/customers-1.csv", "id,email,email,born\n1,a@x.test,b@x.test,\n");
        home.file("data/shop/customers-2.csv", "id,email,name,born\n2,ben@x.test,Ben,\n");
        RunView run = home.sync("customers");
        assertCounts(run, 1, 0, 1);
        assertThat(home.rejections(run).get(0)).contains("customers-1.csv", "two columns named \"email\"");

        home.file("data/shop/customers-1.csv", "id,email,other,born\n1,a@x.test,b@x.test,\n");
        RunView mended = home.sync("customers");
        assertThat(mended.counts().rejected()).isZero();
        assertThat(home.keys()).containsExactly("1", "2");
    }

    @Test
    void a_file_that_lost_its_rows_removes_nobody() {
        assertCounts(read("id,email,name,born\n1,ann@x.test,Ann,\n"), 1, 0, 0);
        assertCounts(read("id,email,name,born\n"), 0, 0, 0);
        assertThat(read("").status()).isIn(RunStatus.DONE, RunStatus.FAILED);
        assertThat(home.keys()).containsExactly("1");
        assertThat(home.find("shop_id:1")).hasSize(1);
        assertCounts(read("id,email,name,born\n1,ann@x.test,Ann,\n"), 0, 1, 0);
    }

    @Test
    void nulls_and_nested_objects_are_kept_as_they_came_and_read_by_path() {
        home.file("data/shop/members.jsonl", """
                {"id":1,"name":null,"contact":{"emails":[{"address":"ann@x.test"},{"address":"second@x.test"}]}}
                {"id":2,"name":"Ben","contact":null}
                {"id":3,"name":{"first":"Cy"},"contact":{"emails":[]}}
                {"id":null,"name":"Nobody"}
                """);
        RunView run = home.sync("members");
        assertCounts(run, 3, 0, 1);
        assertThat(home.rejections(run).get(0)).contains("members.jsonl:4", "\"id\"");
        JsonNode ann = home.payloads().get(0);
        assertThat(ann.at("/contact/emails/1/address").asText()).isEqualTo("second@x.test");
        assertThat(ann.get("name").isNull()).isTrue();
        assertThat(home.find("email:ann@x.test").get(0).traits()).doesNotContainKey("first_name");
    }
}
