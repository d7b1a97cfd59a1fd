package io.serai.demo;

import io.serai.demo.Person.Wish;
import io.serai.demo.RetailData.CrmContact;
import io.serai.demo.RetailData.Line;
import io.serai.demo.RetailData.MailMember;
import io.serai.demo.RetailData.ShopCustomer;
import io.serai.demo.RetailData.ShopOrder;
import io.serai.demo.RetailData.TillCard;
import io.serai.demo.RetailData.TillSale;
import io.serai.demo.RetailData.Twice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The traces that people leave in the four systems, while they are being made. */
final class Trace {

    private final Random random;
    private final Mess mess;
    private final LocalDate day;
    private final List<ShopCustomer> customers = new ArrayList<>();
    private final List<ShopOrder> orders = new ArrayList<>();
    private final List<CrmContact> contacts = new ArrayList<>();
    private final List<TillCard> cards = new ArrayList<>();
    private final List<TillSale> sales = new ArrayList<>();
    private final List<MailMember> members = new ArrayList<>();
    private final List<Twice> twice = new ArrayList<>();
    private final Set<String> forgotten = new HashSet<>();

    Trace(Random random, Mess mess, LocalDate day) {
        this.random = random;
        this.mess = mess;
        this.day = day;
    }

    ShopCustomer customer(Person person, String email, String phone) {
        Instant created = daysAgo(380 + random.nextInt(700));
        ShopCustomer customer = new ShopCustomer(
                70_001L + customers.size(),
                person.firstName(),
                person.lastName(),
                email,
                phone,
                person.street(),
                person.place().town(),
                person.postcode(),
                switch (person.wish()) {
                    case GRANTED -> "SUBSCRIBED";
                    case DENIED -> "UNSUBSCRIBED";
                    case UNSAID -> "NOT_SUBSCRIBED";
                },
                created,
                daysAgo(1 + random.nextInt(370)));
        customers.add(customer);
        return customer;
    }

    void contact(Person person, String mail, String phone, String card) {
        contacts.add(new CrmContact(
                1L + contacts.size(),
                person.firstName(),
                person.lastName(),
                mail,
                phone,
                person.birthDate(),
                person.street(),
                person.place().town(),
                person.postcode(),
                card,
                person.wish() == Wish.UNSAID ? null : person.wish() == Wish.GRANTED ? "yes" : "no",
                daysAgo(1 + random.nextInt(900))));
    }

    void card(Person person, String firstName, String lastName, String email) {
        card(person, firstName, lastName, email, null, null);
    }

    /** A card for which they told birthday and postcode, too. */
    void birthdayCard(Person person, String firstName, String email) {
        card(person, firstName, person.lastName(), email, person.birthDate(), person.postcode());
    }

    private void card(
            Person person, String firstName, String lastName, String email, LocalDate birthday, String postcode) {
        cards.add(new TillCard(
                person.card(),
                person.place().branch(),
                firstName,
                lastName,
                email,
                birthday,
                postcode,
                daysAgo(1 + random.nextInt(900))));
    }

    /** The number of the contact that was written last. */
    long lastContact() {
        return contacts.size();
    }

    void twice(List<Twice> pairs) {
        twice.addAll(pairs);
    }

    void member(Person person, String email, String status) {
        members.add(
                new MailMember(email, person.firstName(), person.lastName(), status, daysAgo(2 + random.nextInt(600))));
    }

    void forgotten(String email) {
        forgotten.add(email);
    }

    void order(ShopCustomer customer, int age, List<Line> lines, boolean refunded) {
        long total =
                lines.stream().mapToLong(line -> line.quantity() * line.price()).sum();
        orders.add(new ShopOrder(500_001L + orders.size(), customer, daysAgo(age), lines, refunded ? total : 0));
    }

    void sale(String card, int age, long pence, String branch) {
        print(card, atTill(age), pence, branch);
        if (mess.chance(3)) {
            print(card, atTill(age).plusHours(1), -pence, branch);
        }
    }

    /** What a broken till prints. */
    void brokenSale(String card, String amount, String branch) {
        sales.add(new TillSale(receipt(), atTill(12), card, amount, branch));
    }

    private void print(String card, LocalDateTime time, long pence, String branch) {
        sales.add(new TillSale(receipt(), time, card, Money.pounds(pence), branch));
    }

    private String receipt() {
        return "R%06d".formatted(100_000 + sales.size());
    }

    private LocalDateTime atTill(int age) {
        return LocalDateTime.of(day.minusDays(age), LocalTime.of(9, 0).plusMinutes(random.nextInt(480)));
    }

    private Instant daysAgo(int days) {
        return day.minusDays(days)
                .atTime(8, 0)
                .plusSeconds(random.nextInt(36_000))
                .toInstant(ZoneOffset.UTC);
    }

    RetailData data() {
        sales.sort(Comparator.comparing(TillSale::soldAt).thenComparing(TillSale::receipt));
        return new RetailData(day, customers, orders, contacts, cards, sales, members, forgotten, twice);
    }
}
