package io.serai.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways in which files change on a disk while the hub runs by them. */
class LiveFilesTest {

    private static final String ROUTE = "routes/customers.camel.yaml";

    @TempDir
    private Path folder;

    @AutoClose
    private WatchedHome home;

    @BeforeEach
    void open() {
        home = new WatchedHome(folder);
        home.files.file(ROUTE, LiveRoutesTest.pull("customers", "every: 1h"));
        home.start();
    }

    @Test
    void a_link_that_leads_nowhere_is_a_mistake_of_its_name_and_stops_nothing() throws IOException {
        Path link = folder.resolve("routes/lost.camel.yaml");
        Files.createSymbolicLink(link, folder.resolve("nowhere.yaml"));
        try {
            Thread.sleep(3000);
        } catch (Exception e) {
        }
        assertThat(home.hears("MISTAKE")).contains("routes/lost.camel.yaml:1:1: This link leads nowhere.");
        assertThat(home.running()).containsExactlyInAnyOrder("customers", "orders");
        Files.delete(link);
        home.hears("The files are again what the hub runs by.");
    }

    @Test
    void a_folder_in_the_place_of_a_route_file_is_a_mistake_and_the_route_runs_on() throws IOException {
        Path route = folder.resolve(ROUTE);
        Files.delete(route);
        Files.createDirectory(route);
        assertThat(home.hears("MISTAKE")).contains(ROUTE + ":1:1").contains("This is a folder");
        assertThat(home.running()).containsExactlyInAnyOrder("customers", "orders");
        Files.delete(route);
        home.forget().save(ROUTE, LiveRoutesTest.pull("customers", "every: 2h"));
        home.hears("in effect.");
        assertThat(home.running()).containsExactlyInAnyOrder("customers", "orders");
    }

    @Test
    void a_link_to_nowhere_in_the_place_of_a_config_file_is_not_taken_for_the_defaults() throws IOException {
        Path traits = folder.resolve("config/traits.yaml");
        home.save("link/traits.yaml", home.files.text("config/traits.yaml"));
        Files.delete(traits);
        Files.createSymbolicLink(traits, folder.resolve("link/trait.yaml"));
        assertThat(home.hears("MISTAKE")).contains("config/traits.yaml:1:1").contains("This link leads nowhere.");
        assertThat(home.live().hub().config().traits()).hasSize(1);
    }

    @Test
    void two_thousand_files_at_once_are_one_edit_or_few_and_end_as_they_lie_there() {
        for (int number = 0; number < 1000; number++) {
            home.save("config/segments/s%d.yaml".formatted(number), segment(number));
            home.save("routes/r%d.camel.yaml".formatted(number), LiveRoutesTest.pull("r" + number, "every: 1h"));
        }
        WatchedHome.await("for all routes", () -> home.live().camel().routes().size() == 1002);
        assertThat(home.live().hub().config().segments()).hasSize(1001);
        assertThat(home.running()).hasSize(1002);
        assertThat(home.said.stream().filter(sentence -> sentence.contains("in effect")))
                .hasSizeLessThan(5);
        assertThat(home.said).noneMatch(sentence -> sentence.startsWith("MISTAKE"));
    }

    private static String segment(int number) {
        return "name: S%d\nwhere: { trait: spent, at_least: %d }\n".formatted(number, number);
    }

    @Test
    void an_edit_whose_time_is_set_back_is_seen() throws IOException {
        Path route = folder.resolve(ROUTE);
        FileTime before = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));
        Files.writeString(route, LiveRoutesTest.pull("customers", "every: 2h"));
        Files.setLastModifiedTime(route, before);
        assertThat(home.hears("in effect")).endsWith("Changed: customers.");
        home.forget();
        Files.writeString(route, LiveRoutesTest.pull("customers", "every: 300h"));
        Files.setLastModifiedTime(route, before);
        assertThat(home.hears("in effect")).endsWith("Changed: customers.");
    }

    @Test
    void a_file_that_another_one_of_the_same_size_and_time_replaces_is_seen() throws IOException {
        Path route = folder.resolve(ROUTE);
        FileTime before = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));
        Files.setLastModifiedTime(route, before);
        Path other = Files.writeString(folder.resolve("other.yaml"), LiveRoutesTest.pull("customers", "every: 2h"));
        Files.setLastModifiedTime(other, before);
        Files.move(other, route, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(home.hears("in effect")).endsWith("Changed: customers.");
    }

    @Test
    void an_empty_save_in_between_stops_nothing() throws Exception {
        var route = home.live().camel().context().getRoute("customers");
        Path file = folder.resolve(ROUTE);
        String text = Files.readString(file);
        Files.writeString(file, "");
        Thread.sleep(50);
        Files.writeString(file, text);
        home.save("config/segments/last.yaml", segment(7));
        home.hears("config/segments/last.yaml: in effect.");
        assertThat(home.said).noneMatch(sentence -> sentence.contains("Stopped for good"));
        assertThat(route.getConsumer()).isNotNull();
        assertThat(home.running()).containsExactlyInAnyOrder("customers", "orders");
    }

    @Test
    void a_routes_folder_made_anew_brings_what_is_in_it() throws IOException {
        String orders = home.files.text("routes/orders.camel.yaml");
        home.delete(ROUTE).delete("routes/orders.camel.yaml");
        Files.delete(folder.resolve("routes"));
        home.hears("The folder routes is gone.");
        assertThat(home.running()).containsExactlyInAnyOrder("customers", "orders");
        Path beside = Files.createDirectory(folder.resolve("beside"));
        Files.writeString(beside.resolve("orders.camel.yaml"), orders);
        Files.writeString(beside.resolve("drop.camel.yaml"), LiveRoutesTest.pull("nightly", "every: 1h"));
        Files.move(beside, folder.resolve("routes"));
        assertThat(home.hears("in effect")).contains("New: nightly.").contains("Stopped for good: customers.");
        assertThat(home.running()).containsExactlyInAnyOrder("nightly", "orders");
    }

    @Test
    void a_segment_that_is_added_says_how_many_members_it_has() {
        home.deliver("customers-1.csv", "id,email,city\nS1,ann@shop.test,Leeds\nS2,bob@shop.test,York\n");
        home.run("customers");
        home.save("config/segments/leeds.yaml", "name: Leeds\nwhere: { trait: city, is: Leeds }\n");
        assertThat(home.hears("membership")).endsWith("0 profiles changed, 1 membership changed: leeds +1.");
        home.hears("config/segments/leeds.yaml: in effect.");
    }

    @Test
    void deleting_a_segment_that_a_route_uses_is_a_mistake_and_the_old_one_stays() {
        home.save("routes/big.camel.yaml", """
                - route:
                    id: big
                    from:
                      uri: hub:segment/big
                      steps:
                        - to: { uri: hub:push/out/people, parameters: { mapping: people, mode: mirror } }
                """);
        home.hears("New: big.");
        home.delete("config/segments/big.yaml");
        assertThat(home.hears("MISTAKE")).contains("routes/big.camel.yaml").contains("big");
        assertThat(home.live().hub().config().segments()).containsKey("big");
        assertThat(home.running()).contains("big");
    }
}
