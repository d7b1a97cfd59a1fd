package io.serai.demo;

import io.serai.demo.Person.Habit;
import io.serai.demo.Person.Wish;
import io.serai.demo.RetailData.Line;
import io.serai.demo.RetailData.ShopCustomer;
import io.serai.demo.Vocabulary.Product;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Fills the four systems of Bramble &amp; Co: the same records for the same day, on every machine.
 *
 * <p>Nothing happens close to 30, 90 or 365 days before the day, so that a demo run again in the same week finds the same
 * people in its time windows.
 */
final class RetailGenerator {

    /** The address that is on 37 loyalty cards. */
    static final String TEST_ADDRESS = "till.test@post.example";

    static final int ON_TEST_ADDRESS = 37;

    private static final int CROWD = 1_380;
    private static final int STAFF = 12;
    private static final int COUPLES = 10;
    private static final int ANONYMOUS_SALES = 120;

    private final Random random = new Random(1846);
    private final Mess mess = new Mess(random);
    private final Crowd crowd;
    private final Trace trace;
    private final LocalDate day;

    RetailGenerator(LocalDate day) {
        this.day = day;
        this.crowd = new Crowd(random, day);
        this.trace = new Trace(random, mess, day);
    }

    RetailData generate() {
        new Cast(crowd, trace).appear();
        crowd.people(CROWD).forEach(this::live);
        crowd.people(STAFF).forEach(this::work);
        crowd.people(ON_TEST_ADDRESS).forEach(this::hurry);
        for (int i = 0; i < ANONYMOUS_SALES; i++) {
            trace.sale("", age(Habit.REGULAR), basketValue(basket(Habit.REGULAR)), "Market Row");
        }
        trace.brokenSale("", "12,50 GBP", "Old Mill");
        trace.brokenSale("", "see receipt", "Harbour Street");
        trace.twice(new Unlinked(crowd, trace, mess).appear());
        for (int i = 0; i < COUPLES; i++) {
            couple(crowd.people(2));
        }
        return trace.data();
    }

    private void live(Person person) {
        boolean hasCard = mess.chance(42);
        boolean inCrm = mess.chance(46);
        boolean inShop = !hasCard && !inCrm || mess.chance(58);
        List<ShopCustomer> accounts = new ArrayList<>();
        if (inShop) {
            accounts.add(trace.customer(person, mail(person), phone(person)));
            if (mess.chance(4)) {
                accounts.add(trace.customer(person, mess.dressed(person.email()), mess.dressedPhone(person.phone())));
            }
        }
        if (inCrm) {
            trace.contact(spelled(person), mail(person), phone(person), hasCard ? person.card() : null);
            if (mess.chance(3)) {
                trace.contact(spelled(person), mess.dressed(person.email()), phone(person), null);
            }
        }
        if (hasCard) {
            card(person);
        }
        if (inShop || inCrm) {
            member(person);
        }
        shop(person, accounts, hasCard);
    }

    private void card(Person person) {
        if (mess.chance(12)) {
            trace.card(person, null, null, null);
        } else if (mess.chance(25)) {
            trace.card(person, person.firstName(), person.lastName(), null);
        } else {
            trace.card(person, person.firstName(), person.lastName(), mail(person));
        }
    }

    private void member(Person person) {
        if (person.wish() == Wish.GRANTED && mess.chance(40)) {
            trace.member(person, person.email(), mess.chance(4) ? "cleaned" : "subscribed");
        } else if (person.wish() == Wish.DENIED && mess.chance(45)) {
            trace.member(person, person.email(), "unsubscribed");
        } else if (person.wish() == Wish.GRANTED && mess.chance(4)) {
            // Said yes in the shop once, and no in a newsletter later: the stricter word counts.
            trace.member(person, person.email(), "unsubscribed");
        } else if (person.wish() == Wish.GRANTED && mess.chance(7)) {
            trace.forgotten(person.email());
        }
    }

    private void shop(Person person, List<ShopCustomer> accounts, boolean hasCard) {
        if (accounts.isEmpty() && !hasCard) {
            return;
        }
        int purchases =
                switch (person.habit()) {
                    case VIP, LAPSED_VIP -> 4 + random.nextInt(6);
                    case REGULAR -> 1 + random.nextInt(5);
                    case NEWCOMER -> 1 + random.nextInt(2);
                    case BROWSER -> 0;
                };
        for (int i = 0; i < purchases; i++) {
            List<Line> lines = basket(person.habit());
            boolean online = !hasCard || !accounts.isEmpty() && random.nextBoolean();
            if (online) {
                trace.order(accounts.get(random.nextInt(accounts.size())), age(person.habit()), lines, mess.chance(3));
            } else {
                trace.sale(
                        person.card(),
                        age(person.habit()),
                        basketValue(lines),
                        person.place().branch());
            }
        }
    }

    /** Two people with one name and one address, half of them with one phone: alike, and not one person. */
    private void couple(List<Person> people) {
        Person one = people.get(0);
        Person other =
                people.get(1).called(people.get(1).firstName(), one.lastName()).livingWith(one);
        trace.contact(one, one.email(), one.phone(), null);
        trace.customer(one, one.email(), one.phone());
        trace.customer(other, other.email(), mess.chance(50) ? one.phone() : other.phone());
    }

    /** Staff buy too, with the house's address. */
    private void work(Person person) {
        String address = person.email().replaceAll("@.*", "@bramble.example");
        Person colleague = person.withEmail(address).with(Habit.LAPSED_VIP, Wish.GRANTED);
        ShopCustomer account = trace.customer(colleague, address, null);
        shop(colleague, List.of(account), false);
    }

    /** At a busy till somebody types the test address. */
    private void hurry(Person person) {
        trace.card(person, person.firstName(), person.lastName(), TEST_ADDRESS);
        trace.sale(
                person.card(),
                age(Habit.LAPSED_VIP),
                basketValue(basket(Habit.REGULAR)),
                person.place().branch());
    }

    private Person spelled(Person person) {
        return mess.chance(5)
                ? new Person(
                        person.number(),
                        person.firstName(),
                        mess.mistyped(person.lastName()),
                        person.birthDate(),
                        person.street(),
                        person.postcode(),
                        person.place(),
                        person.email(),
                        person.phone(),
                        person.card(),
                        person.habit(),
                        person.wish())
                : person;
    }

    private String mail(Person person) {
        if (mess.chance(2)) {
            return mess.junkMail();
        }
        return mess.dressed(mess.chance(3) ? mess.mistyped(person.email()) : person.email());
    }

    private String phone(Person person) {
        return mess.chance(20) ? null : mess.chance(3) ? mess.junkPhone() : mess.dressedPhone(person.phone());
    }

    private List<Line> basket(Habit habit) {
        boolean rich = habit == Habit.VIP || habit == Habit.LAPSED_VIP;
        List<Line> lines = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            Product product = Vocabulary.PRODUCTS.get(rich ? 6 + random.nextInt(7) : random.nextInt(8));
            lines.add(new Line(product.sku(), product.name(), 1 + random.nextInt(2), product.price()));
        }
        return lines;
    }

    private long basketValue(List<Line> lines) {
        return lines.stream().mapToLong(line -> line.quantity() * line.price()).sum();
    }

    private int age(Habit habit) {
        return switch (habit) {
            case NEWCOMER -> 2 + random.nextInt(22);
            case LAPSED_VIP -> random.nextBoolean() ? 98 + random.nextInt(255) : 375 + random.nextInt(325);
            case VIP -> random.nextInt(3) == 0 ? 2 + random.nextInt(22) : 36 + random.nextInt(48);
            default ->
                switch (random.nextInt(5)) {
                    case 0 -> 2 + random.nextInt(22);
                    case 1 -> 36 + random.nextInt(48);
                    default -> 98 + random.nextInt(255);
                };
        };
    }
}
