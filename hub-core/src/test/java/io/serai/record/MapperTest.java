package io.serai.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MapperTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final StreamName SALES = new StreamName("till", "sales");

    @Test
    void a_sale_becomes_an_order_with_time_and_amount() throws MappingException {
        Mapped mapped = sales().map(Map.of(
                "receipt", "R1", "sold_at", "01/07/2026 10:00", "card", "NC1", "amount", "12.50", "branch", " York "));

        assertThat(mapped.fields())
                .containsEntry("id", "R1")
                .containsEntry("time", Instant.parse("2026-07-01T09:00:00Z"))
                .containsEntry("total", 12.5)
                .containsEntry("currency", "GBP")
                .containsEntry("store", "York");
        assertThat(mapped.person()).containsExactly(Map.entry("loyalty", "NC1"));
        assertThat(mapped.lines()).isEmpty();
    }

    @Test
    void a_sale_without_a_card_is_kept_and_nobodys() throws MappingException {
        Map<String, Object> sale = new HashMap<>(Map.of("receipt", "B4", "sold_at", "01/02/2026 10:00", "card", ""));
        sale.put("amount", null);

        Mapped mapped = sales().map(sale);

        assertThat(mapped.person()).isEmpty();
        assertThat(mapped.fields()).doesNotContainKeys("total", "store");
    }

    @Test
    void a_time_that_does_not_match_its_format_is_refused_with_the_field_and_the_format() {
        assertThatThrownBy(() -> sales().map(Map.of("receipt", "B1", "sold_at", "not a date")))
                .isInstanceOf(MappingException.class)
                .hasMessage("time \"not a date\" does not match dd/MM/yyyy HH:mm");
    }

    @Test
    void the_31st_of_february_is_refused_and_not_moved() {
        assertThatThrownBy(() -> sales().map(Map.of("receipt", "B1", "sold_at", "31/02/2026 10:00")))
                .hasMessageContaining("31/02/2026 10:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"five", "1,234.50", "1.234,50", "12.50 GBP", "--1", "1e999", "0x10", "NaN", "."})
    void an_amount_that_is_no_plain_number_is_refused(String amount) {
        assertThatThrownBy(() -> sales().map(Map.of("receipt", "B2", "sold_at", "01/02/2026 10:00", "amount", amount)))
                .hasMessageStartingWith("total \"" + amount + "\" is not a number");
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "-3.10, -3.1", "+7, 7", "1e3, 1000.0", "007, 7", "9007199254740993, 9007199254740993"})
    void a_plain_number_is_read_as_it_stands(String amount, String read) throws MappingException {
        Mapped mapped = sales().map(Map.of("receipt", "B2", "sold_at", "01/02/2026 10:00", "amount", amount));

        assertThat(mapped.fields().get("total")).hasToString(read);
    }

    @Test
    void an_order_without_its_id_or_time_is_refused() {
        assertThatThrownBy(() -> sales().map(Map.of("sold_at", "01/02/2026 10:00")))
                .hasMessage("id is missing");
        assertThatThrownBy(() -> sales().map(Map.of("receipt", "R1", "sold_at", "  ")))
                .hasMessage("time is missing");
    }

    @Test
    void no_refusal_shows_what_a_person_is_called_or_reached_by() {
        Mapper people = mapper(
                Mapping.Target.PROFILE,
                Map.of("birth_date", rule("born", "dd/MM/yyyy"), "points", rounded("points", 0)));

        assertThatThrownBy(() -> people.map(Map.of("born", "Ann Baker")))
                .hasMessage("birth_date does not match dd/MM/yyyy");
        assertThatThrownBy(() -> people.map(Map.of("points", "ann@mail.example")))
                .hasMessage("points is not a number");
        assertThatThrownBy(() -> sales().map(Map.of("receipt", "R", "sold_at", "ann@mail.example")))
                .hasMessage("time does not match dd/MM/yyyy HH:mm");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01, 2026-06-30T23:00:00Z",
        "2026-07-01T10:00, 2026-07-01T09:00:00Z",
        "2026-07-01 10:00:30, 2026-07-01T09:00:30Z",
        "2026-11-22T10:00:00Z, 2026-11-22T10:00:00Z",
        "2026-11-22T10:00:00.123456Z, 2026-11-22T10:00:00.123456Z",
        "2026-11-22 10:00:00+01:00, 2026-11-22T09:00:00Z",
        "2026-11-22T10:00:00-0530, 2026-11-22T15:30:00Z",
        "2026-11-22T10:00:00+02, 2026-11-22T08:00:00Z"
    })
    void times_without_a_format_are_iso_8601_in_its_everyday_forms(String written, String moment)
            throws MappingException {
        assertThat(order().map(Map.of("at", written)).fields()).containsEntry("time", Instant.parse(moment));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22/11/2026",
                "2026-13-01",
                "2026-02-30",
                "2026-11-22T25:00:00Z",
                "1700000000",
                "2026-11-22T10:00:00Zx",
                "today"
            })
    void anything_else_is_no_time(String written) {
        assertThatThrownBy(() -> order().map(Map.of("at", written))).hasMessageStartingWith("time \"" + written + "\"");
    }

    @Test
    void seconds_since_1970_are_a_time_when_the_mapping_says_so() throws MappingException {
        Mapper orders = mapper(Mapping.Target.ORDER, Map.of("time", rule("at", "epoch_seconds")));

        assertThat(orders.map(Map.of("at", 1_700_000_000L)).fields())
                .containsEntry("time", Instant.ofEpochSecond(1_700_000_000L));
    }

    @Test
    void a_date_of_a_person_stays_a_date() throws MappingException {
        Mapper people = mapper(Mapping.Target.PROFILE, Map.of("birth_date", rule("born", "dd/MM/yyyy")));

        assertThat(people.map(Map.of("born", "01/02/1980")).fields()).containsEntry("birth_date", "1980-02-01");
    }

    @Test
    void words_are_looked_up_without_case_and_a_star_stands_for_every_other() throws MappingException {
        Mapper people = mapper(
                Mapping.Target.PROFILE,
                Map.of("consent.email", map("newsletter", Map.of("Yes", "granted", "no", "denied", "*", "unknown"))));

        assertThat(people.map(Map.of("newsletter", "YES")).fields()).containsEntry("consent.email", "granted");
        assertThat(people.map(Map.of("newsletter", "maybe")).fields()).containsEntry("consent.email", "unknown");
        assertThat(people.map(Map.of()).fields()).isEmpty();
    }

    @Test
    void a_consent_in_other_words_is_refused_rather_than_guessed() throws MappingException {
        Mapper people = mapper(Mapping.Target.PROFILE, Map.of("consent.email", ValueRule.path("newsletter")));

        assertThat(people.map(Map.of("newsletter", true)).fields()).containsEntry("consent.email", "granted");
        assertThatThrownBy(() -> people.map(Map.of("newsletter", "subscribed")))
                .hasMessageStartingWith("consent.email has a value that is not granted, denied or unknown");
    }

    @Test
    void a_path_goes_through_maps_and_lists_and_a_key_with_dots_wins() throws MappingException {
        Mapper people = mapper(
                Mapping.Target.PROFILE,
                Map.of("a", ValueRule.path("x.y[1].z"), "b", ValueRule.path("p.q"), "c", ValueRule.path("x.no")));
        Map<String, Object> record =
                Map.of("x", Map.of("y", List.of(1, Map.of("z", "deep"))), "p.q", "literal", "p", Map.of("q", "nested"));

        assertThat(people.map(record).fields()).containsOnly(Map.entry("a", "deep"), Map.entry("b", "literal"));
    }

    @Test
    void lists_of_values_stay_and_what_is_nested_becomes_text() throws MappingException {
        Mapper people = mapper(
                Mapping.Target.PROFILE, Map.of("tags", ValueRule.path("tags"), "address", ValueRule.path("address")));

        Map<String, Object> fields = people.map(
                        Map.of("tags", List.of("a", " ", "b"), "address", Map.of("zip", 1, "city", "York")))
                .fields();

        assertThat(fields)
                .containsEntry("tags", List.of("a", "b"))
                .containsEntry("address", "{\"city\":\"York\",\"zip\":1}");
    }

    @Test
    void the_lines_of_an_order_are_read_element_by_element() throws MappingException {
        Mapper orders = new Mapper(
                new Mapping(
                        "m",
                        SALES,
                        Mapping.Target.ORDER,
                        Map.of("time", ValueRule.path("at")),
                        Map.of(),
                        Optional.of(new Mapping.Lines(
                                "items", Map.of("product", ValueRule.path("sku"), "quantity", ValueRule.path("qty")))),
                        1),
                LONDON);

        assertThat(orders.map(Map.of("at", "2026-01-01", "items", List.of(Map.of("sku", "BELL-1", "qty", "2"))))
                        .lines())
                .containsExactly(Map.of("product", "BELL-1", "quantity", 2L));
        assertThatThrownBy(() -> orders.map(Map.of("at", "2026-01-01", "items", "BELL-1")))
                .hasMessage("lines: \"items\" is not a list");
        assertThatThrownBy(() ->
                        orders.map(Map.of("at", "2026-01-01", "items", List.of(Map.of("sku", "B", "qty", "two")))))
                .hasMessage("lines.quantity \"two\" is not a number");
    }

    @Test
    void a_profile_becomes_an_object_with_every_field_and_null_where_it_has_nothing() throws MappingException {
        Map<String, ValueRule> fields = new LinkedHashMap<>();
        fields.put("email_address", ValueRule.path("email"));
        fields.put("LTV", rounded("lifetime_value", 0));
        fields.put("EXACT", rounded("lifetime_value", 2));
        fields.put("STORE", otherwise("favourite_store", "Online"));
        fields.put("NEWS", ValueRule.path("consent.email"));
        fields.put("SINCE", rule("created_at", "dd/MM/yyyy HH:mm"));
        OutMapper mapper = new OutMapper(
                new OutMapping("m", new StreamName("mail", "members"), "email_address", fields, 1), LONDON);

        Map<String, Object> object = mapper.map(
                Map.of("email", "ann@mail.example", "lifetime_value", 812.505, "created_at", "2026-07-01T10:00:00Z"));

        assertThat(object)
                .containsExactly(
                        Map.entry("email_address", "ann@mail.example"),
                        Map.entry("LTV", 813L),
                        Map.entry("EXACT", new BigDecimal("812.51")),
                        Map.entry("STORE", "Online"),
                        new java.util.AbstractMap.SimpleEntry<>("NEWS", null),
                        Map.entry("SINCE", "01/07/2026 11:00"));
        assertThatThrownBy(() -> mapper.map(Map.of("lifetime_value", "Ann")))
                .hasMessage("LTV cannot be rounded: its value is not a number");
    }

    private static Mapper sales() {
        return new Mapper(
                new Mapping(
                        "till-sales",
                        SALES,
                        Mapping.Target.ORDER,
                        Map.of(
                                "id", ValueRule.path("receipt"),
                                "time", rule("sold_at", "dd/MM/yyyy HH:mm"),
                                "total", ValueRule.path("amount"),
                                "currency", constant("GBP"),
                                "store", ValueRule.path("branch")),
                        Map.of("loyalty", ValueRule.path("card")),
                        Optional.empty(),
                        1),
                LONDON);
    }

    private static Mapper order() {
        return mapper(Mapping.Target.ORDER, Map.of("time", ValueRule.path("at")));
    }

    private static Mapper mapper(Mapping.Target target, Map<String, ValueRule> fields) {
        return new Mapper(new Mapping("m", SALES, target, fields, Map.of(), Optional.empty(), 1), LONDON);
    }

    private static ValueRule rule(String from, String format) {
        return value(
                Optional.of(from),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.of(format),
                OptionalInt.empty());
    }

    private static ValueRule constant(Object value) {
        return value(
                Optional.empty(),
                Optional.of(value),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty());
    }

    private static ValueRule map(String from, Map<String, Object> map) {
        return value(Optional.of(from), Optional.empty(), map, Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    private static ValueRule rounded(String from, int round) {
        return value(
                Optional.of(from),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.of(round));
    }

    private static ValueRule otherwise(String from, Object otherwise) {
        return value(
                Optional.of(from),
                Optional.empty(),
                Map.of(),
                Optional.of(otherwise),
                Optional.empty(),
                OptionalInt.empty());
    }

    private static ValueRule value(
            Optional<String> from,
            Optional<Object> value,
            Map<String, Object> map,
            Optional<Object> otherwise,
            Optional<String> format,
            OptionalInt round) {
        return new ValueRule(from, value, map, otherwise, format, Optional.empty(), round);
    }
}
