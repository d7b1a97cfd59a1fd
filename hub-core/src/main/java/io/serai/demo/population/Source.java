package io.serai.demo.population;

import static io.serai.demo.population.Trouble.DROPPED_LETTER;
import static io.serai.demo.population.Trouble.KEYBOARD;
import static io.serai.demo.population.Trouble.OCR;
import static io.serai.demo.population.Trouble.PHONETIC;
import static io.serai.demo.population.Trouble.TRANSPOSED;

import java.util.List;

/**
 * A system and the habits of those who fill it. Shares are of 100 rows: how many of all rows are its own, how many of them have each
 * field, and how many of its fields have a slip, a nickname, capitals, no accents, names in each other's place.
 */
enum Source {
    WEB(34, 100, 99, 14, 88, 96, 64, 28, 4, 9, 5, 12, 1, List.of(KEYBOARD, TRANSPOSED, DROPPED_LETTER)),
    CRM(17, 99, 99, 68, 90, 58, 76, 40, 6, 6, 2, 6, 2, List.of(PHONETIC, PHONETIC, DROPPED_LETTER, KEYBOARD)),
    LOYALTY(18, 99, 98, 78, 74, 52, 60, 96, 6, 8, 8, 20, 1, List.of(OCR, OCR, DROPPED_LETTER, TRANSPOSED)),
    TILL(9, 0, 0, 0, 0, 0, 0, 0, 6, 25, 60, 90, 0, List.of(PHONETIC, KEYBOARD, DROPPED_LETTER)),
    NEWSLETTER(6, 72, 40, 0, 0, 100, 4, 2, 2, 30, 8, 30, 0, List.of(KEYBOARD, TRANSPOSED)),
    IMPORT(10, 99, 99, 62, 93, 40, 64, 26, 6, 4, 80, 95, 10, List.of(OCR, DROPPED_LETTER, PHONETIC, TRANSPOSED)),
    MARKETPLACE(6, 100, 98, 0, 100, 100, 30, 0, 4, 5, 10, 25, 3, List.of(KEYBOARD, TRANSPOSED));

    private static final List<Source> ALL = List.of(values());

    final int share;
    final int first;
    final int last;
    final int birth;
    final int home;
    final int email;
    final int phone;
    final int card;
    final int slips;
    final int nicknames;
    final int capitals;
    final int plain;
    final int swapped;
    final List<Trouble> hands;

    /** Where a person leaves a row: who gives no e-mail address is in no newsletter, and who gives nothing is unknown at the till. */
    static Source of(Individual person, Dice dice) {
        Source source = drawn(dice);
        boolean unlikely = source == NEWSLETTER && !person.mailed()
                || source == LOYALTY && person.card() == null
                || source == TILL && !person.dialled() && person.card() == null;
        return unlikely ? drawn(dice) : source;
    }

    private static Source drawn(Dice dice) {
        int point = dice.below(100);
        for (Source source : ALL) {
            point -= source.share;
            if (point < 0) {
                return source;
            }
        }
        throw new IllegalStateException("the shares of the sources are under 100");
    }

    Source(
            int share,
            int first,
            int last,
            int birth,
            int home,
            int email,
            int phone,
            int card,
            int slips,
            int nicknames,
            int capitals,
            int plain,
            int swapped,
            List<Trouble> hands) {
        this.share = share;
        this.first = first;
        this.last = last;
        this.birth = birth;
        this.home = home;
        this.email = email;
        this.phone = phone;
        this.card = card;
        this.slips = slips;
        this.nicknames = nicknames;
        this.capitals = capitals;
        this.plain = plain;
        this.swapped = swapped;
        this.hands = hands;
    }
}
