package io.serai.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    private final Identifiers identifiers = Identifiers.of(new IdentityRules(
            List.of(
                    rule("card", IdentifierRule.Kind.ID, ""),
                    rule("email", IdentifierRule.Kind.EMAIL, "", "*@example.com", "noreply@*", "Shop@Bramble.co"),
                    rule("phone", IdentifierRule.Kind.PHONE, "GB", "0113 496 0000"),
                    rule("anywhere", IdentifierRule.Kind.PHONE, "")),
            1));

    private static IdentifierRule rule(String name, IdentifierRule.Kind kind, String region, String... ignore) {
        return new IdentifierRule(name, 5, kind, region, Arrays.asList(ignore), false, 10);
    }

    private String canonical(String name, Object value) {
        return identifiers.normalise(name, value).map(Identifier::value).orElse(null);
    }

    @ParameterizedTest
    @CsvSource({
        "'  Ann.Smith.3@Mail.Example ', ann.smith.3@mail.example",
        "mailto:ann@x.org?subject=hi, ann@x.org",
        "Ann Smith <ANN@x.org>, ann@x.org",
        "<ann@x.org>, ann@x.org",
        "ann+shop@gmail.com, ann+shop@gmail.com",
        "a.n.n@gmail.com, a.n.n@gmail.com",
        "o'brien@x.co.uk, o'brien@x.co.uk",
        "GARCÍA@x.es, garcía@x.es",
        "info@little-shop.co, info@little-shop.co"
    })
    void an_address_has_one_way_of_writing(String written, String canonical) {
        assertThat(canonical("email", written)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ann",
                "ann@",
                "@x.org",
                "ann@x",
                "ann@@x.org",
                "ann@x.org, bob@x.org",
                "ann smith@x.org",
                "ann@x..org",
                "ann@-x.org",
                "ann@x.org.",
                "ann@10.0.0.1",
                ".ann@x.org",
                "n/a",
                "none",
                "NULL",
                "unknown",
                "test@test.com",
                "TEST@shop.org",
                "noemail@shop.org",
                "none@none.com",
                "a@a.com",
                "ann@example.com",
                "noreply@market.example",
                "shop@bramble.co"
            })
    void what_is_no_address_or_nobodys_is_no_identifier(String written) {
        assertThat(canonical("email", written)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "07700 900123, +447700900123",
        "+44 7700 900123, +447700900123",
        "0044 7700 900123, +447700900123",
        "+44 (0)7700 900123, +447700900123",
        "(07700) 900-123, +447700900123",
        "447700900123, +447700900123",
        "0113 496 0001, +441134960001",
        "+1 (555) 010-0199, +15550100199",
        "+39 06 6982, +39066982",
        "tel:+44-7700-900123, +447700900123",
        "07700 900123 ext. 5, +447700900123"
    })
    void a_phone_number_becomes_international_by_region(String written, String canonical) {
        assertThat(canonical("phone", written)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000-0000",
                "0000000000",
                "1234567",
                "1111111",
                "+440000000000",
                "07777 777777",
                "12",
                "n/a",
                "no phone",
                "call me",
                "01134960000",
                "07700 900123 07700 900124 07700 900125"
            })
    void what_is_no_number_or_nobodys_is_no_identifier(String written) {
        assertThat(canonical("phone", written)).isNull();
    }

    @Test
    void without_a_region_only_international_numbers_count() {
        assertThat(canonical("anywhere", "07700 900123")).isNull();
        assertThat(canonical("anywhere", "+44 7700 900123")).isEqualTo("+447700900123");
    }

    @Test
    void a_number_is_the_same_id_whatever_type_the_source_gave_it() {
        for (Object twelve : new Object[] {12, 12L, 12.0, 12.0f, new BigDecimal("12.00"), "12", " 12 "}) {
            assertThat(canonical("card", twelve)).as("%s", twelve.getClass()).isEqualTo("12");
        }
        assertThat(canonical("card", 0L)).isEqualTo("0");
        assertThat(canonical("card", 7_700_900_123_456.0)).isEqualTo("7700900123456");
        assertThat(canonical("phone", 7700900123.0)).isEqualTo("+447700900123");
        assertThat(canonical("card", "12.0")).isEqualTo("12.0");
        assertThat(canonical("card", true)).isNull();
        assertThat(canonical("card", null)).isNull();
        assertThat(canonical("card", Double.NaN)).isNull();
    }

    @Test
    void an_id_loses_white_space_and_keeps_its_case() {
        assertThat(canonical("card", " NC 100\u00a0001\ufeff")).isEqualTo("NC100001");
        assertThat(canonical("card", "nc100001")).isEqualTo("nc100001");
        assertThat(canonical("card", "0012")).isEqualTo("0012");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"000-0000", "0000", "00000000", "1234567", "1111111", "N/A", "None", "null", "-", "?", "unknown"
            })
    void ids_that_people_type_for_want_of_one_are_none(String written) {
        assertThat(canonical("card", written)).isNull();
    }

    @Test
    void an_unknown_name_says_where_to_add_it() {
        assertThatThrownBy(() -> identifiers.normalise("emial", "ann@x.org"))
                .hasMessage("'emial' is no identifier of config/identity.yaml; add it to identifiers:");
    }

    @ParameterizedTest
    @CsvSource({
        "*@x.org, ann@x.org, true",
        "*@x.org, ann@x.org.uk, false",
        "a*b*c, axxbyyc, true",
        "a*b*c, acb, false",
        "*, anything, true",
        "noreply@*, noreply@, true",
        "a**, a, true"
    })
    void a_star_stands_for_anything(String pattern, String value, boolean matches) {
        assertThat(new Pattern(pattern).matches(value)).isEqualTo(matches);
    }
}
