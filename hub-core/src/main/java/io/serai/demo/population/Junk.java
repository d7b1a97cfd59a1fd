package io.serai.demo.population;

import java.util.List;

/** What people type when a form insists, and what is typed at a busy till for everybody. */
final class Junk {

    private static final List<String> PHONES = List.of(
            "0000000",
            "n/a",
            "000000000",
            "123456789",
            "-",
            "0123456789",
            "9999999999",
            "none",
            "+440000000000",
            "111111111");
    private static final List<String> MAILS = List.of(
            "test@test.com",
            "n/a",
            "noreply@mail.example",
            "none@none.com",
            "no@email.com",
            "noemail@post.example",
            "-",
            "a@a.com",
            "unknown@unknown.com",
            "test@test.test");
    private static final List<String> NAMES =
            List.of("n/a", "Unknown", "Customer", "test", "-", "xxx", "Guest", "N.N.");
    private static final List<String> PLACES = List.of("n/a", "unknown", "-", "xxx", ".");
    private static final int BRANCHES = 40;

    private Junk() {}

    static String phone(Dice dice) {
        return PHONES.get(dice.rank(PHONES.size(), 2));
    }

    static String mail(Dice dice) {
        return MAILS.get(dice.rank(MAILS.size(), 2));
    }

    static String name(Dice dice) {
        return NAMES.get(dice.rank(NAMES.size(), 2));
    }

    static String place(Dice dice) {
        return dice.pick(PLACES);
    }

    /** The shop's own number, for a customer who would not say theirs. */
    static String branchPhone(Country country, Dice dice) {
        return country.written("20796" + (10_000 + dice.rank(BRANCHES, 1)), 2);
    }

    static String branchMail(Dice dice) {
        return "branch" + dice.rank(BRANCHES, 1) + "@retailer.example";
    }
}
