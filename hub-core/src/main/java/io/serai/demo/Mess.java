package io.serai.demo;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What hands and keyboards do to data. */
final class Mess {

    private static final List<String> JUNK_PHONES = List.of("n/a", "0000 000000", "none", "-", "01234567890");
    private static final List<String> JUNK_MAILS = List.of("none", "n/a", "test@test.com", "noreply@post.example");

    private final Random random;

    Mess(Random random) {
        this.random = random;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** The same address, as different forms keep it. */
    String dressed(String email) {
        return switch (random.nextInt(9)) {
            case 0 -> email.toUpperCase(Locale.ROOT);
            case 1 -> email.substring(0, 1).toUpperCase(Locale.ROOT) + email.substring(1);
            case 2 -> " " + email + " ";
            default -> email;
        };
    }

    /** The same number, as different people write it. */
    String dressedPhone(String phone) {
        return switch (random.nextInt(4)) {
            case 0 -> phone.replace(" ", "");
            case 1 -> "+44 " + phone.substring(1);
            case 2 -> "(" + phone.replaceFirst(" ", ") ");
            default -> phone;
        };
    }

    /** Two neighbouring letters change places, never the first. */
    String mistyped(String word) {
        int at = word.indexOf('@') > 0 ? word.indexOf('@') : word.length();
        if (at < 4) {
            return word;
        }
        int place = 1 + random.nextInt(at - 2);
        return word.substring(0, place) + word.charAt(place + 1) + word.charAt(place) + word.substring(place + 2);
    }

    String junkPhone() {
        return JUNK_PHONES.get(random.nextInt(JUNK_PHONES.size()));
    }

    String junkMail() {
        return JUNK_MAILS.get(random.nextInt(JUNK_MAILS.size()));
    }
}
