package io.serai.demo;

import io.serai.demo.Person.Habit;
import io.serai.demo.Person.Wish;
import io.serai.demo.RetailData.Line;
import io.serai.demo.RetailData.ShopCustomer;
import java.util.List;

/** The people that the story names. */
final class Cast {

    /** Uses one address in the shop and another on her loyalty card. */
    static final String TWO_ADDRESSES = "philippa.thornley@mail.example";

    static final String HER_OTHER_ADDRESS = "pip.thornley@inbox.example";

    /** Four people, one address. */
    static final String FAMILY_ADDRESS = "the.ashdowns@post.example";

    /** Has bought much, and nobody knows whose it is. */
    static final String NAMELESS_CARD = "BC400042";

    private final Crowd crowd;
    private final Trace trace;

    Cast(Crowd crowd, Trace trace) {
        this.crowd = crowd;
        this.trace = trace;
    }

    void appear() {
        twoAddresses();
        family();
        namelessCard();
    }

    private void twoAddresses() {
        Person philippa =
                crowd.person("Philippa", "Thornley").withEmail(TWO_ADDRESSES).with(Habit.LAPSED_VIP, Wish.GRANTED);
        ShopCustomer first = trace.customer(philippa, TWO_ADDRESSES, philippa.phone());
        ShopCustomer second = trace.customer(philippa, HER_OTHER_ADDRESS, null);
        trace.contact(
                philippa, "Philippa.Thornley@mail.example", philippa.phone().replace(" ", ""), philippa.card());
        trace.card(philippa, "Philippa", "Thornley", HER_OTHER_ADDRESS);
        trace.order(first, 412, List.of(new Line("PAN-COPPER", "Copper pan", 2, 16500)), false);
        trace.order(second, 231, List.of(new Line("TEAPOT-IRON", "Cast-iron teapot", 1, 6800)), false);
        trace.sale(philippa.card(), 140, 12900, "Market Row");
        trace.sale(philippa.card(), 118, 11900, "Market Row");
    }

    private void family() {
        Person helen = member("Helen").with(Habit.LAPSED_VIP, Wish.GRANTED);
        Person robert = member("Robert").livingWith(helen).with(Habit.REGULAR, Wish.UNSAID);
        Person maisie = member("Maisie").livingWith(helen).with(Habit.REGULAR, Wish.UNSAID);
        Person theo = member("Theo").livingWith(helen).with(Habit.REGULAR, Wish.UNSAID);
        ShopCustomer account = trace.customer(helen, FAMILY_ADDRESS, helen.phone());
        trace.contact(helen, FAMILY_ADDRESS, helen.phone(), null);
        trace.member(helen, FAMILY_ADDRESS, "subscribed");
        trace.contact(robert, FAMILY_ADDRESS, helen.phone(), null);
        ShopCustomer second = trace.customer(maisie, FAMILY_ADDRESS, helen.phone());
        trace.card(theo, "Theo", "Ashdown", FAMILY_ADDRESS);
        trace.order(account, 180, List.of(new Line("BLANKET-WOOL", "Wool blanket", 5, 12900)), false);
        trace.order(second, 150, List.of(new Line("CANDLE-FIG", "Fig candle", 1, 1850)), false);
        trace.sale(theo.card(), 60, 495, "Old Mill");
    }

    private Person member(String first) {
        return crowd.person(first, "Ashdown").withEmail(FAMILY_ADDRESS);
    }

    private void namelessCard() {
        Person somebody = crowd.person("Nobody", "Known").with(Habit.VIP, Wish.UNSAID);
        trace.card(somebody, null, null, null);
        trace.sale(somebody.card(), 40, 16500, "Harbour Street");
        trace.sale(somebody.card(), 55, 45000, "Harbour Street");
    }
}
