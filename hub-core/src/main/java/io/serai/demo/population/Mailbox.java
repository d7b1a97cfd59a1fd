package io.serai.demo.population;

import java.util.List;
import java.util.Locale;

/** E-mail addresses as people choose them; the domains are of the kind that never exist (RFC 2606). */
final class Mailbox {

    private static final List<String> DOMAINS = List.of(
            "mail.example",
            "post.example",
            "inbox.example",
            "letterbox.example",
            "web.example",
            "fastnet.example",
            "cable.example");
    private static final List<String> HANDLES = List.of(
            "blue",
            "happy",
            "crazy",
            "silver",
            "moon",
            "star",
            "sunny",
            "wild",
            "night",
            "rock",
            "pixel",
            "turbo",
            "magic",
            "golden",
            "little",
            "captain",
            "lucky",
            "green",
            "rainbow",
            "shadow",
            "fox",
            "wolf",
            "tiger",
            "bee",
            "cat",
            "rider",
            "dancer",
            "baker",
            "gardener",
            "runner",
            "gamer",
            "bird",
            "bear",
            "dragon",
            "pony",
            "chef");

    private Mailbox() {}

    static String of(GivenName given, String surname, int year, Dice dice) {
        String first = plain(dice.chance(0.15) && !given.forms().isEmpty() ? dice.pick(given.forms()) : given.formal());
        String last = plain(surname);
        String local =
                switch (dice.weighed(30, 14, 10, 8, 8, 30)) {
                    case 0 -> first + "." + last + tail(year, dice);
                    case 1 -> first.charAt(0) + last + digits(3, dice);
                    case 2 -> first + last + tail(year, dice);
                    case 3 -> last + "." + first + digits(2, dice);
                    case 4 -> first + year % 100 + digits(3, dice);
                    default -> dice.pick(HANDLES) + dice.pick(HANDLES) + digits(4, dice);
                };
        return local + "@" + domain(dice);
    }

    static String ofFamily(String surname, Dice dice) {
        String name = plain(surname);
        return (dice.chance(0.5) ? "family." + name : name + "s.home") + digits(3, dice) + "@" + domain(dice);
    }

    /** At work: always the name; firms are many and small. */
    static String atWork(GivenName given, String surname, Dice dice) {
        return plain(given.formal()) + "." + plain(surname) + "@" + dice.pick(HANDLES) + digits(4, dice) + ".example";
    }

    /** A marketplace's own address for one purchase: it identifies nobody. */
    static String relay(Dice dice) {
        return Long.toString(dice.next() >>> 12, 36) + "@relay.marketplace.example";
    }

    private static String tail(int year, Dice dice) {
        return switch (dice.below(4)) {
            case 0 -> digits(4, dice);
            case 1 -> year % 100 + digits(2, dice);
            default -> digits(3, dice);
        };
    }

    private static String digits(int count, Dice dice) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(dice.below(10));
        }
        return digits.toString();
    }

    private static String domain(Dice dice) {
        return DOMAINS.get(dice.rank(DOMAINS.size(), 1.5));
    }

    private static String plain(String name) {
        String plain = Spelling.ascii(name).toLowerCase(Locale.ROOT);
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            if (plain.charAt(i) >= 'a' && plain.charAt(i) <= 'z') {
                letters.append(plain.charAt(i));
            }
        }
        return letters.isEmpty() ? "x" : letters.toString();
    }
}
