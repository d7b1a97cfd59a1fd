package io.serai.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is saved in config/ while the hub runs. */
class LiveConfigTest {

    private static final String CITY = "SELECT t.value FROM trait t JOIN trait_name n ON n.id = t.trait_id"
            + " JOIN profile p ON p.id = t.profile_id WHERE n.name = 'city' ORDER BY t.profile_id LIMIT 1";

    @TempDir
    private Path folder;

    @AutoClose
    private WatchedHome home;

    @BeforeEach
    void open() {
        home = new WatchedHome(folder);
        home.deliver("customers-1.csv", """
                id,email,city,town
                S1,ann@shop.test,Leeds,Upper Leeds
                S2,bob@shop.test,York,Upper York
                S3,cat@shop.test,Hull,
                """);
        home.deliver("orders-1.csv", """
                number,customer,at,total
                1,S1,2024-01-01T10:00:00Z,60
                2,S1,2024-02-01T10:00:00Z,60
                3,S2,2024-02-01T10:00:00Z,90
                """);
    }

    private void fill() {
        home.start();
        home.run("customers");
        home.run("orders");
        home.live().hub().segments().refresh("big");
        assertThat(home.value(CITY)).isEqualTo("Leeds");
    }

    @Test
    void a_changed_mapping_reads_its_records_again_and_says_how_many_people_changed() {
        fill();
        home.save("config/mappings/customers.yaml", WatchedHome.CUSTOMERS.replace("city: city", "city: town"));
        assertThat(home.hears("read again:"))
                .isEqualTo("The configuration means something else than before. 3 records read again:"
                        + " 3 profiles changed, 0 memberships changed.");
        home.hears("config/mappings/customers.yaml: in effect.");
        assertThat(home.said).contains("PROGRESS 3/3 records read again");
        assertThat(home.value(CITY)).isEqualTo("Upper Leeds");
        home.deliver("customers-2.csv", "id,email,city,town\nS4,dan@shop.test,Bath,Upper Bath\n");
        home.run("customers");
        assertThat(home.value("SELECT count(*) FROM trait WHERE value = 'Upper Bath'"))
                .isEqualTo("1");
    }

    @Test
    void a_mapping_edited_while_its_route_runs_is_read_again_before_the_next_page_and_every_segment_is_compared() {
        home.save("config/segments/upper.yaml", "name: Upper\nwhere: { trait: city, starts_with: Upper }\n");
        home.save("config/segments/york.yaml", "name: York\nwhere: { trait: city, is: York }\n");
        home.save(
                "routes/customers.camel.yaml",
                home.files
                        .text("routes/customers.camel.yaml")
                        .replace(
                                "customers\n      steps", "customers\n      parameters: { every: 50ms }\n      steps"));
        home.start();
        WatchedHome.await("runs", () -> home.done("customers") > 3);
        for (int again = 0; again < 3; again++) {
            home.forget()
                    .save("config/mappings/customers.yaml", WatchedHome.CUSTOMERS.replace("city: city", "city: town"));
            assertThat(home.hears("read again:"))
                    .contains("3 records read again: 3 profiles changed, 3 memberships changed: upper +2, york -1.");
            home.hears("in effect");
            home.forget().save("config/mappings/customers.yaml", WatchedHome.CUSTOMERS);
            assertThat(home.hears("read again:")).contains("3 memberships changed: upper -2, york +1.");
            home.hears("in effect");
        }
    }

    @Test
    void a_changed_trait_says_whom_it_moves_in_which_segment() {
        fill();
        home.save("config/traits.yaml", "spent: { maximum: order.total }\n");
        assertThat(home.hears("profile"))
                .isEqualTo(
                        "The configuration means something else than before. 1 profile changed, 1 membership changed: big -1.");
    }

    @Test
    void a_changed_segment_says_who_comes_and_goes() {
        fill();
        home.save("config/segments/big.yaml", "name: Big\nwhere: { trait: spent, at_least: 80 }\n");
        assertThat(home.hears("membership")).endsWith("0 profiles changed, 1 membership changed: big +1.");
    }

    @Test
    void changed_survivorship_chooses_again() {
        home.sharing();
        fill();
        home.deliver("customers-2.csv", "id,email,city,town\nS4,ann@shop.test,Bath,\n");
        home.run("customers");
        assertThat(home.value(CITY)).isEqualTo("Bath");
        String file = "config/identity.yaml";
        home.save(file, home.files.text(file) + "survivorship: { city: most_complete }\n");
        assertThat(home.hears("profile")).contains("1 profile changed");
        assertThat(home.value(CITY)).isEqualTo("Leeds");
    }

    @Test
    void what_a_stopped_hub_missed_is_read_again_at_the_start_with_the_same_words() {
        fill();
        home.close();
        home.files.config("mappings/customers.yaml", WatchedHome.CUSTOMERS.replace("city: city", "city: town"));
        home.files.config("traits.yaml", "spent: { maximum: order.total }\n");
        WatchedHome again = home.forget().start();
        assertThat(again.hears("read again:"))
                .isEqualTo("The configuration means something else than before. 3 records read again:"
                        + " 3 profiles changed, 1 membership changed: big -1.");
    }

    @Test
    void an_edit_that_would_merge_too_many_is_refused_and_the_message_says_how_to_allow_it() {
        StringBuilder rows = new StringBuilder("id,email,city,town\n");
        for (int n = 0; n < 400; n++) {
            rows.append("S")
                    .append(n)
                    .append(",p")
                    .append(n)
                    .append("@shop.test,Leeds,t")
                    .append(n / 2)
                    .append("@shop.test\n");
        }
        home.deliver("customers-1.csv", rows.toString());
        home.sharing().start();
        home.run("customers");
        home.save("config/mappings/customers.yaml", WatchedHome.CUSTOMERS.replace("email: email", "email: town"));
        String refused = home.hears("not in effect");
        assertThat(refused)
                .startsWith(
                        "config/mappings/customers.yaml: not in effect, everything runs on as before. A mapping has changed")
                .contains("200 of 400 profiles")
                .contains("hub resolve --allow-merges")
                .contains("max_merges");
        assertThat(home.value("SELECT count(*) FROM profile WHERE merged_into IS NULL AND live = 1"))
                .isEqualTo("400");
        home.deliver("customers-2.csv", "id,email,city,town\nS900,z@shop.test,Leeds,T\n");
        home.run("customers");
        assertThat(home.value("SELECT count(*) FROM profile WHERE merged_into IS NULL AND live = 1"))
                .isEqualTo("401");
    }

    @Test
    void deleting_a_mapping_that_a_route_uses_is_a_mistake_and_the_old_one_stays() {
        fill();
        home.delete("config/mappings/customers.yaml");
        home.hears("MISTAKE routes/customers.camel.yaml");
        home.deliver("customers-2.csv", "id,email,city,town\nS4,dan@shop.test,Bath,Upper Bath\n");
        assertThat(home.run("customers").counts().stored()).isEqualTo(1);
    }

    @Test
    void a_changed_connection_is_opened_anew_and_the_others_stay_open() {
        fill();
        home.save("data/elsewhere/customers-7.csv", "id,email,city\nS7,gus@shop.test,Deal\n");
        home.save(
                "config/connections/shop.yaml",
                home.files.text("config/connections/shop.yaml").replace("file:data/shop", "file:data/elsewhere"));
        home.hears("config/connections/shop.yaml: in effect.");
        home.run("customers");
        assertThat(home.value("SELECT count(*) FROM trait WHERE value = 'Deal'"))
                .isEqualTo("1");
    }

    @Test
    void another_store_waits_for_the_next_start_and_the_rest_is_in_effect() {
        home.start();
        home.files.config("hub.yaml", home.files.text("config/hub.yaml").replace("data/hub.db", "data/other.db"));
        assertThat(home.hears("in effect"))
                .isEqualTo(
                        "config/hub.yaml: in effect. \"store:\" and \"server:\" stay as they were until the hub is started again.");
        assertThat(Files.exists(folder.resolve("data/other.db"))).isFalse();
    }

    @Test
    void the_beat_of_a_route_goes_on_over_an_edit() throws Exception {
        home.files.file("routes/often.camel.yaml", """
                - route:
                    id: often
                    from:
                      uri: hub:pull/shop/customers
                      parameters: { every: 1h, initialDelay: 10 }
                      steps:
                        - to: { uri: hub:ingest/customers }
                """);
        home.start();
        WatchedHome.await("the first run", () -> home.done("often") == 1);
        home.save("config/segments/big.yaml", "name: Big\nwhere: { trait: spent, at_least: 80 }\n");
        home.hears("in effect");
        Thread.sleep(500);
        assertThat(home.done("often")).isEqualTo(1);
    }

    @Test
    void a_property_that_routes_use_starts_them_with_its_new_value() {
        home.files.file("application.properties", "drop=data/one\n").file("routes/drop.camel.yaml", """
                - route:
                    id: drop
                    from:
                      uri: "file:{{drop}}"
                      parameters: { delay: 50, initialDelay: 10 }
                      steps:
                        - to: { uri: hub:ingest/customers, parameters: { format: csv } }
                """);
        home.start();
        home.save("application.properties", "drop=data/two\n");
        home.hears("application.properties: in effect.");
        home.save("data/two/a.csv", "id,email,city\nS1,ann@shop.test,Leeds\n");
        WatchedHome.await(
                "for the file", () -> home.value("SELECT count(*) FROM record").equals("1"));
    }

    @Test
    void when_the_new_routes_do_not_start_config_and_people_go_back_too() {
        fill();
        home.files.file(
                "config/mappings/customers.yaml",
                home.files.text("config/mappings/customers.yaml").replace("city: city", "city: town"));
        home.files.file("routes/one.camel.yaml", LiveRoutesTest.cannotStart("one"));
        assertThat(home.hears("not in effect")).contains("routes/one.camel.yaml");
        assertThat(home.find("read again:"))
                .as("what was read again and taken back")
                .isPresent();
        assertThat(home.value(CITY)).isEqualTo("Leeds");
        assertThat(home.running()).containsExactlyInAnyOrder("customers", "orders");
        assertThat(home.run("customers").counts().rejected()).isZero();
    }
}
