package io.serai.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/**
 * What the four systems hold. Money is in pence.
 *
 * @param day the day on which the demo's world stands
 * @param forgotten addresses that had themselves deleted at the mail service, for good
 * @param twice the truth about people whom two records are about though no identifier says so
 */
record RetailData(
        LocalDate day,
        List<ShopCustomer> customers,
        List<ShopOrder> orders,
        List<CrmContact> contacts,
        List<TillCard> cards,
        List<TillSale> sales,
        List<MailMember> members,
        Set<String> forgotten,
        List<Twice> twice) {

    /** How many records there are to read. */
    int records() {
        return Vocabulary.PRODUCTS.size()
                + customers.size()
                + orders.size()
                + contacts.size()
                + cards.size()
                + sales.size()
                + members.size();
    }

    /**
     * @param marketing {@code SUBSCRIBED}, {@code UNSUBSCRIBED} or {@code NOT_SUBSCRIBED}
     */
    record ShopCustomer(
            long id,
            String firstName,
            String lastName,
            String email,
            String phone,
            String street,
            String city,
            String postcode,
            String marketing,
            Instant created,
            Instant updated) {}

    record ShopOrder(long id, ShopCustomer customer, Instant time, List<Line> lines, long refunded) {

        long total() {
            return lines.stream()
                    .mapToLong(line -> line.quantity() * line.price())
                    .sum();
        }
    }

    record Line(String sku, String title, int quantity, long price) {}

    /**
     * @param newsletter {@code yes}, {@code no} or null
     */
    record CrmContact(
            long id,
            String given,
            String family,
            String mail,
            String phone,
            LocalDate birthDate,
            String street,
            String town,
            String postcode,
            String card,
            String newsletter,
            Instant updated) {}

    record TillCard(
            String card,
            String branch,
            String firstName,
            String lastName,
            String email,
            LocalDate birthday,
            String postcode,
            Instant updated) {}

    /**
     * @param soldAt in the shop's own time, as the till prints it
     * @param amount as the till prints it; negative for a refund
     */
    record TillSale(String receipt, LocalDateTime soldAt, String card, String amount, String branch) {}

    /**
     * @param status {@code subscribed}, {@code unsubscribed} or {@code cleaned} (bounced)
     */
    record MailMember(String email, String firstName, String lastName, String status, Instant updated) {}

    /** Two records of one person, each by an identifier that it alone has: {@code crm_id:17}. */
    record Twice(String one, String other) {}
}
