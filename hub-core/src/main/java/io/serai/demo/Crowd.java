package io.serai.demo;

import io.serai.demo.Person.Habit;
import io.serai.demo.Person.Wish;
import io.serai.demo.Vocabulary.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Makes people, always the same ones for the same random numbers. */
final class Crowd {

    private static final int LAST_PHONE = 999;

    private final Random random;
    private final LocalDate day;
    private final Set<String> taken = new HashSet<>();
    private int made;
    private int spare;

    Crowd(Random random, LocalDate day) {
        this.random = random;
        this.day = day;
    }

    List<Person> people(int count) {
        List<Person> people = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            people.add(person(pick(Vocabulary.FIRST_NAMES), pick(Vocabulary.LAST_NAMES)));
        }
        return people;
    }

    Person person(String first, String last) {
        int number = ++made;
        Place place = Vocabulary.PLACES.get(number % Vocabulary.PLACES.size());
        return new Person(
                number,
                first,
                last,
                day.minusDays(19 * 365L + random.nextInt(60 * 365)),
                (1 + random.nextInt(90)) + " " + pick(Vocabulary.STREETS),
                place.outcode() + " " + (1 + random.nextInt(9)) + letter() + letter(),
                place,
                email(first, last),
                phone(place, number),
                "BC" + (400_000 + number * 7),
                habit(),
                wish());
    }

    /** A number that nobody has yet. */
    String phone(Place place) {
        return place.phone() + "%03d".formatted(LAST_PHONE - spare++);
    }

    private static String phone(Place place, int number) {
        return place.phone() + "%03d".formatted(number / Vocabulary.PLACES.size());
    }

    /** The same person in another town. */
    Person moved(Person person) {
        return person.livingWith(person(person.firstName(), person.lastName()));
    }

    /** An address that nobody has yet. */
    String email(String first, String last) {
        String local = (first + "." + last).toLowerCase(Locale.ROOT).replaceAll("[^a-z.]", "");
        // One in thirty never noticed the slip in their own address; the mail service will.
        String domain = random.nextInt(30) == 0 ? "mial.example" : pick(Vocabulary.MAIL_DOMAINS);
        String free = local;
        for (int n = 1; !taken.add(free); n++) {
            // Whose name is taken at one provider chooses another kind of name everywhere.
            free = local.charAt(0) + "-" + local.substring(local.indexOf('.') + 1) + 37 * n;
        }
        return free + "@" + domain;
    }

    private Habit habit() {
        int die = random.nextInt(100);
        if (die < 5) {
            return Habit.VIP;
        } else if (die < 11) {
            return Habit.LAPSED_VIP;
        } else if (die < 16) {
            return Habit.NEWCOMER;
        }
        return die < 75 ? Habit.REGULAR : Habit.BROWSER;
    }

    private Wish wish() {
        int die = random.nextInt(100);
        return die < 55 ? Wish.GRANTED : die < 70 ? Wish.DENIED : Wish.UNSAID;
    }

    private char letter() {
        return "ABDEFGHJLNPQRSTUWXYZ".charAt(random.nextInt(20));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
