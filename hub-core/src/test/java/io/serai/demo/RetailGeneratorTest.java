package io.serai.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.demo.RetailData.CrmContact;
import io.serai.demo.RetailData.MailMember;
import io.serai.demo.RetailData.ShopCustomer;
import io.serai.demo.RetailData.TillCard;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetailGeneratorTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final RetailData data = new RetailGenerator(DAY).generate();

    @Test
    void the_same_day_gives_the_same_world() {
        assertThat(new RetailGenerator(DAY).generate()).isEqualTo(data);
    }

    @Test
    void another_day_gives_the_same_people() {
        RetailData later = new RetailGenerator(DAY.plusDays(100)).generate();
        assertThat(later.customers().stream().map(ShopCustomer::email))
                .containsExactlyElementsOf(
                        data.customers().stream().map(ShopCustomer::email).toList());
    }

    @Test
    void there_are_about_six_thousand_records() {
        assertThat(data.records()).isBetween(5_700, 6_300);
    }

    @Test
    void forty_one_people_are_known_twice_without_an_address_in_common() {
        assertThat(data.twice()).hasSize(41).allSatisfy(twice -> assertThat(email(twice.one()))
                .isNotNull()
                .isNotEqualToIgnoringCase(email(twice.other())));
    }

    private String email(String identifier) {
        String value = identifier.substring(identifier.indexOf(':') + 1);
        return switch (identifier.substring(0, identifier.indexOf(':'))) {
            case "crm_id" -> data.contacts().get(Integer.parseInt(value) - 1).mail();
            case "shop_id" ->
                data.customers().stream()
                        .filter(one -> one.id() == Long.parseLong(value))
                        .findFirst()
                        .orElseThrow()
                        .email();
            default ->
                data.cards().stream()
                        .filter(one -> one.card().equals(value))
                        .findFirst()
                        .orElseThrow()
                        .email();
        };
    }

    @Test
    void thirty_seven_cards_have_the_test_address() {
        assertThat(data.cards().stream().map(TillCard::email))
                .filteredOn(RetailGenerator.TEST_ADDRESS::equals)
                .hasSize(37);
    }

    @Test
    void four_people_of_one_family_share_an_address() {
        Set<String> names = Stream.of(
                        data.customers().stream()
                                .filter(one -> Cast.FAMILY_ADDRESS.equals(one.email()))
                                .map(ShopCustomer::firstName),
                        data.contacts().stream()
                                .filter(one -> Cast.FAMILY_ADDRESS.equals(one.mail()))
                                .map(CrmContact::given),
                        data.cards().stream()
                                .filter(one -> Cast.FAMILY_ADDRESS.equals(one.email()))
                                .map(TillCard::firstName))
                .flatMap(name -> name)
                .collect(Collectors.toSet());
        assertThat(names).containsExactlyInAnyOrder("Helen", "Robert", "Maisie", "Theo");
    }

    @Test
    void the_mess_of_real_life_is_there() {
        assertThat(data.sales()).as("refunds").anyMatch(sale -> sale.amount().startsWith("-"));
        assertThat(data.sales()).as("sales without a card").anyMatch(sale -> sale.card()
                .isEmpty());
        assertThat(data.cards()).as("cards without a name").anyMatch(card -> card.lastName() == null);
        assertThat(data.members().stream().map(MailMember::status))
                .as("unsubscribes and bounces")
                .contains("unsubscribed", "cleaned");
        assertThat(data.customers()).as("addresses in upper case").anyMatch(one -> one.email()
                .contains("@MAIL.EXAMPLE"));
        assertThat(data.contacts().stream().map(CrmContact::mail)).as("junk").contains("none");
        assertThat(data.orders())
                .as("several lines")
                .anyMatch(order -> order.lines().size() > 1);
    }

    @Test
    void somebody_has_several_shop_accounts() {
        assertThat(data.customers().stream()
                        .collect(Collectors.groupingBy(
                                one -> one.firstName() + one.lastName() + one.street(), Collectors.counting()))
                        .values())
                .contains(2L);
    }

    @Test
    void nothing_happens_near_the_edge_of_a_time_window() {
        List<LocalDate> days = Stream.concat(
                        data.orders().stream()
                                .map(order ->
                                        order.time().atOffset(ZoneOffset.UTC).toLocalDate()),
                        data.sales().stream().map(sale -> sale.soldAt().toLocalDate()))
                .toList();
        for (int edge : new int[] {0, 30, 90, 365}) {
            assertThat(days)
                    .as("days around %s", edge)
                    .noneMatch(day -> Math.abs(DAY.toEpochDay() - day.toEpochDay() - edge) < (edge == 0 ? 1 : 5));
        }
    }

    @Test
    void every_address_is_in_a_reserved_domain() {
        assertThat(Stream.of(
                                data.customers().stream().map(ShopCustomer::email),
                                data.contacts().stream().map(CrmContact::mail),
                                data.cards().stream().map(TillCard::email),
                                data.members().stream().map(MailMember::email))
                        .flatMap(email -> email)
                        .filter(Objects::nonNull)
                        .map(email -> email.strip().toLowerCase())
                        .filter(email -> email.contains("@") && !email.equals("test@test.com")))
                .allMatch(email -> email.endsWith(".example"));
    }
}
