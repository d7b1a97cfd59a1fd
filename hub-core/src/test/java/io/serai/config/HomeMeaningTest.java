package io.serai.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.connector.RateLimit;
import io.serai.identity.IdentifierRule;
import io.serai.identity.Matching;
import io.serai.identity.compare.Kind;
import io.serai.identity.compare.Settings;
import io.serai.identity.match.Field;
import io.serai.profile.Survivorship;
import io.serai.profile.TraitDefinition;
import io.serai.segment.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HomeMeaningTest {

    @TempDir
    private Path home;

    @BeforeEach
    void write() throws IOException {
        HomeText.resource("home.txt").write(home);
    }

    @Test
    void hub_yaml_is_read_whole() {
        HubSettings hub = read().hub();

        assertThat(hub)
                .isEqualTo(new HubSettings(
                        "Northgate Cycles",
                        ZoneId.of("Europe/London"),
                        "data/hub.db",
                        new HubSettings.Server("127.0.0.1", 8081),
                        new HubSettings.Retention(
                                java.util.Optional.of(Duration.ofDays(400)),
                                java.util.Optional.of(Duration.ofDays(90))),
                        new HubSettings.Guards(0.05, 0.2, true, 0.01)));
    }

    @Test
    void a_connection_has_its_secret_and_never_prints_it() {
        ConnectionSettings shop = read().connections().get("shop");

        assertThat(shop.settings()).containsEntry("token", "s3cr3t").containsEntry("uri", "file:data/shop");
        assertThat(shop.rateLimit()).contains(new RateLimit(2, Duration.ofSeconds(1)));
        assertThat(shop.places().value("streams.orders.key")).hasToString("config/connections/shop.yaml:8:47");
        assertThat(shop.toString() + shop.places() + read()).doesNotContain("s3cr3t");
    }

    @Test
    void a_value_can_come_from_a_file_of_the_home_without_its_last_line_break() throws IOException {
        edit("config/connections/shop.yaml", "{{env:SHOP_TOKEN}}", "Bearer {{file:secrets/token}}");
        Files.createDirectories(home.resolve("secrets"));
        Files.writeString(home.resolve("secrets/token"), "from-file\n");

        assertThat(read().connections().get("shop").settings()).containsEntry("token", "Bearer from-file");
    }

    @Test
    void a_byte_order_mark_of_utf_8_does_no_harm() throws IOException {
        edit("config/segments/staff.yaml", "name:", "\uFEFFname:");

        assertThat(read().segments().get("staff").title()).isEqualTo("Staff");
    }

    @Test
    void identity_rules_keep_their_order_and_their_defaults() {
        List<IdentifierRule> rules = read().identity().identifiers();

        assertThat(rules).extracting(IdentifierRule::name).containsExactly("shop_id", "loyalty", "email", "phone");
        assertThat(rules.get(1))
                .isEqualTo(new IdentifierRule("loyalty", 3, IdentifierRule.Kind.ID, "", List.of(), false, 10));
        assertThat(rules.get(3))
                .isEqualTo(new IdentifierRule(
                        "phone", Integer.MAX_VALUE, IdentifierRule.Kind.PHONE, "GB", List.of(), true, 4));
    }

    @Test
    void without_identity_yaml_people_are_known_by_email_and_phone() throws IOException {
        Files.delete(home.resolve("config/identity.yaml"));
        edit("config/mappings/till-sales.yaml", "loyalty: card", "email: mail");
        edit("config/mappings/shop-orders.yaml", "shop_id: customer.id, ", "");

        assertThat(read().identity().identifiers())
                .extracting(IdentifierRule::name)
                .containsExactly("email", "phone");
    }

    @Test
    void fields_with_usual_names_are_compared_when_nobody_says_otherwise() throws IOException {
        edit("config/identity.yaml", "matching: off\n", "");

        Matching matching = read().identity().matching().orElseThrow();

        assertThat(matching.fields())
                .containsExactly(
                        new Field("first_name", Kind.GIVEN_NAME),
                        new Field("birth_date", Kind.BIRTH_DATE),
                        new Field("city", Kind.CITY),
                        new Field("email", Kind.EMAIL),
                        new Field("phone", Kind.PHONE, Settings.USUAL.withRegion("GB")));
        assertThat(matching.mergeAbove()).isEqualTo(0.99);
        assertThat(matching.reviewAbove()).isEqualTo(0.80);
    }

    @Test
    void compared_fields_have_the_kind_of_their_name_or_the_one_that_is_told() throws IOException {
        edit(
                "config/identity.yaml",
                "matching: off",
                "matching: { compare: [city, { field: shop_id, kind: exact }], merge_above: 0.6 }");

        Matching matching = read().identity().matching().orElseThrow();

        assertThat(matching.fields()).containsExactly(new Field("city", Kind.CITY), new Field("shop_id", Kind.EXACT));
        assertThat(matching.mergeAbove()).isEqualTo(0.6);
        assertThat(matching.reviewAbove()).isEqualTo(0.6);
    }

    @Test
    void matching_that_is_off_is_off_and_another_meaning() throws IOException {
        long off = read().identity().version();
        assertThat(read().identity().matching()).isEmpty();

        edit("config/identity.yaml", "matching: off", "matching: on");
        long on = read().identity().version();
        edit("config/identity.yaml", "matching: on", "matching: { review_above: 0.7 }");

        assertThat(List.of(off, on, read().identity().version())).doesNotHaveDuplicates();
    }

    @Test
    void without_a_name_to_compare_identifiers_decide_alone() throws IOException {
        edit("config/identity.yaml", "matching: off\n", "");
        edit("config/mappings/shop-customers.yaml", "  first_name: first_name\n", "");
        edit("config/mappings/mail-members.yaml", "  FNAME: first_name\n", "");

        assertThat(read().identity().matching()).isEmpty();
    }

    @Test
    void survivorship_is_a_policy_or_an_order_of_sources() {
        Survivorship survivorship = read().survivorship();

        assertThat(survivorship.of("first_name").kind()).isEqualTo(Survivorship.Kind.MOST_RECENT);
        assertThat(survivorship.of("city").kind()).isEqualTo(Survivorship.Kind.MOST_COMPLETE);
        assertThat(survivorship.of("email").sources()).containsExactly("shop", "till");
    }

    @Test
    void traits_say_function_event_field_and_window() {
        TraitDefinition favourite = read().traits().get(3);

        assertThat(favourite.function()).isEqualTo(TraitDefinition.Function.MOST_FREQUENT);
        assertThat(favourite.event() + "." + favourite.field().orElse("")).isEqualTo("order.store");
        assertThat(favourite.since()).contains(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(favourite.where()).isEqualTo(Map.of("currency", "GBP"));
        assertThat(read().traits().get(1).within()).contains(Duration.ofDays(90));
    }

    @Test
    void segments_nest_at_will() {
        Rule.All lapsed = (Rule.All) read().segments().get("lapsed").where();

        assertThat(lapsed.rules().get(0)).isEqualTo(new Rule.ConsentRule("email", Rule.Consent.GRANTED));
        assertThat(((Rule.Any) lapsed.rules().get(1)).rules().get(0))
                .isEqualTo(Rule.EventRule.none("order", Duration.ofDays(90)));
        assertThat(lapsed.rules().get(3)).isEqualTo(new Rule.Not(new Rule.SegmentRule("staff")));
    }

    @Test
    void parameters_of_a_route_come_from_the_query_and_from_the_block() {
        assertThat(read().route("till-sales").orElseThrow().from().parameter("cron"))
                .contains("0 0 2 * * ?");
        RouteOutline push = read().route("vips-to-mail").orElseThrow();
        assertThat(push.hubSteps("push").get(0).parameter("tag")).contains("vip");
        assertThat(push.position()).hasToString("routes/vips.camel.yaml:10:9");
    }

    @Test
    void a_version_changes_with_the_meaning_and_not_with_the_writing() throws IOException {
        HubConfig before = read();
        edit("config/mappings/out-vips.yaml", "email: email, ", "\"email\":   email, # who\n  ");
        edit(
                "config/mappings/shop-customers.yaml",
                "  shop_id: id\n  email: email\n",
                "  email: email\n  shop_id: id\n");
        edit("config/segments/staff.yaml", "name: Staff", "name: Our people");
        HubConfig rewritten = read();

        assertThat(rewritten.outMappings().get("out-vips").version())
                .isEqualTo(before.outMappings().get("out-vips").version());
        assertThat(rewritten.mappings().get("shop-customers").version())
                .isEqualTo(before.mappings().get("shop-customers").version());
        assertThat(rewritten.segments().get("staff").version())
                .isEqualTo(before.segments().get("staff").version());

        edit("config/mappings/out-vips.yaml", "round: 2", "round: 1");
        edit("config/mappings/shop-customers.yaml", "\"no\": denied", "\"no\": unknown");
        edit("config/hub.yaml", "Europe/London", "Europe/Paris");
        HubConfig changed = read();

        assertThat(changed.outMappings().get("out-vips").version())
                .isNotEqualTo(before.outMappings().get("out-vips").version());
        assertThat(changed.mappings().get("till-sales").version())
                .isNotEqualTo(before.mappings().get("till-sales").version());
        assertThat(changed.mappings().get("shop-customers").version())
                .isNotEqualTo(before.mappings().get("shop-customers").version());
    }

    private void edit(String file, String old, String replacement) throws IOException {
        Path path = home.resolve(file);
        String text = Files.readString(path, StandardCharsets.UTF_8);
        assertThat(text).contains(old);
        Files.writeString(path, text.replace(old, replacement));
    }

    private HubConfig read() {
        Checked checked =
                new Checker(home, Map.of("SHOP_TOKEN", "s3cr3t", "PORT", "8081"), new DeclaredStreams()).check();
        assertThat(checked.problems()).isEmpty();
        return checked.config();
    }
}
