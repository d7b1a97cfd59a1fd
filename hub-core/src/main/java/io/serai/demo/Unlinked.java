package io.serai.demo;

import io.serai.demo.Person.Habit;
import io.serai.demo.Person.Wish;
import io.serai.demo.RetailData.Line;
import io.serai.demo.RetailData.ShopCustomer;
import io.serai.demo.RetailData.Twice;
import java.util.ArrayList;
import java.util.List;

/** People whom two systems know, and no identifier says so: another address, another phone, another spelling. */
final class Unlinked {

    /** The CRM has her with her card; the shop as Josie, misspelt, with another e-mail address. */
    static final String JOSEPHINE = "josephine.hardcastle@post.example";

    private static final List<String[]> CALLED = List.of(new String[][] {
        {"William", "Bill"},
        {"Margaret", "Peggy"},
        {"Elizabeth", "Beth"},
        {"Robert", "Bob"},
        {"Katherine", "Kate"},
        {"Edward", "Ted"},
        {"Richard", "Dick"},
        {"Susan", "Sue"}
    });

    private static final int EACH = 8;

    private final Crowd crowd;
    private final Trace trace;
    private final Mess mess;
    private final List<Twice> twice = new ArrayList<>();

    Unlinked(Crowd crowd, Trace trace, Mess mess) {
        this.crowd = crowd;
        this.trace = trace;
        this.mess = mess;
    }

    /** Which records are about one person. */
    List<Twice> appear() {
        josephine();
        for (Person person : crowd.people(EACH)) {
            known(person);
            inShop(person, person.firstName(), mess.mistyped(person.lastName()), crowd.phone(person.place()));
        }
        for (String[] names : CALLED) {
            Person person = crowd.people(1).get(0);
            Person formal = person.called(names[0], person.lastName());
            known(formal);
            inShop(formal, names[1], formal.lastName(), crowd.phone(person.place()));
        }
        for (Person person : crowd.people(EACH)) {
            known(person);
            // Whoever typed it took the family name for the given one.
            inShop(person, person.lastName(), person.firstName(), person.phone());
        }
        crowd.people(EACH).forEach(this::moves);
        crowd.people(EACH).forEach(this::atTill);
        return List.copyOf(twice);
    }

    private void josephine() {
        Person person =
                crowd.person("Josephine", "Hardcastle").withEmail(JOSEPHINE).with(Habit.LAPSED_VIP, Wish.GRANTED);
        trace.contact(person, JOSEPHINE, person.phone(), person.card());
        trace.sale(person.card(), 120, 32_400, "Old Mill");
        ShopCustomer account = inShop(person, "Josie", "Hardcassel", person.phone());
        trace.order(account, 105, List.of(new Line("PAN-COPPER", "Copper pan", 2, 16_500)), false);
    }

    private void known(Person person) {
        trace.contact(person, person.email(), person.phone(), null);
    }

    /** At the address that the CRM has, and otherwise otherwise. */
    private ShopCustomer inShop(Person person, String first, String last, String phone) {
        ShopCustomer account = trace.customer(person.called(first, last), crowd.email(first, last), phone);
        twice.add(new Twice("crm_id:" + trace.lastContact(), "shop_id:" + account.id()));
        return account;
    }

    /** Entered in the CRM again after a move, with a new phone and e-mail address, and a slip in the name. */
    private void moves(Person person) {
        known(person);
        long before = trace.lastContact();
        Person later = crowd.moved(person).called(person.firstName(), mess.mistyped(person.lastName()));
        trace.contact(later, crowd.email(later.firstName(), later.lastName()), crowd.phone(later.place()), null);
        twice.add(new Twice("crm_id:" + before, "crm_id:" + trace.lastContact()));
    }

    /** For a card they told the till their birthday and postcode, and an e-mail address that nobody else knows. */
    private void atTill(Person person) {
        known(person);
        trace.birthdayCard(
                person, mess.mistyped(person.firstName()), crowd.email(person.firstName(), person.lastName()));
        twice.add(new Twice("crm_id:" + trace.lastContact(), "loyalty:" + person.card()));
    }
}
