package io.serai.identity.match;

import io.serai.identity.compare.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Invented records of people with slips, and households where asked for; always the same for the same seed. */
final class Rows {

    static final List<Field> FIELDS = List.of(
            new Field("first_name", Kind.GIVEN_NAME),
            new Field("last_name", Kind.FAMILY_NAME),
            new Field("birth_date", Kind.BIRTH_DATE),
            new Field("street", Kind.STREET),
            new Field("city", Kind.CITY));

    private static final String[] SYLLABLES = {
        "ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "wo", "ja", "che", "tor", "lin",
        "mar", "hel"
    };

    final List<List<String>> rows = new ArrayList<>();
    final List<Integer> people = new ArrayList<>();
    private final Random random;

    private Rows(long seed) {
        random = new Random(seed);
    }

    /** @param household how many people live together */
    static Rows of(long seed, int households, int household) {
        Rows made = new Rows(seed);
        int person = 0;
        for (int i = 0; i < households; i++) {
            String family = made.word(made.random.nextInt(4) == 0 ? 5 : 400);
            String street = (1 + made.random.nextInt(90)) + " " + made.word(300) + " street";
            String city = made.word(12);
            for (int j = 0; j < household; j++, person++) {
                String[] said = {made.word(60), family, made.date(), street, city};
                int copies = 1 + made.random.nextInt(3);
                for (int copy = 0; copy < copies; copy++) {
                    made.rows.add(Arrays.asList(made.slipped(said)));
                    made.people.add(person);
                }
            }
        }
        return made;
    }

    private String word(int different) {
        int number = random.nextInt(different);
        return SYLLABLES[number % 20] + SYLLABLES[number / 20 % 20] + SYLLABLES[(number * 7 + 3) % 20] + "n";
    }

    private String date() {
        return String.format("%d-%02d-%02d", 1930 + random.nextInt(80), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private String[] slipped(String... said) {
        String[] slipped = said.clone();
        int field = random.nextInt(said.length * 2);
        if (field < said.length && field != 2) {
            int at = 1 + random.nextInt(slipped[field].length() - 2);
            slipped[field] = slipped[field].substring(0, at) + slipped[field].substring(at + 1);
        } else if (field >= said.length) {
            slipped[field - said.length] = random.nextInt(3) == 0 ? null : slipped[field - said.length];
        }
        return slipped;
    }

    Sample sample() {
        Sample sample = new Sample(FIELDS);
        rows.forEach(sample::add);
        return sample;
    }

    /** The same in another order. */
    Rows shuffled(long seed) {
        Rows other = new Rows(seed);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        order.forEach(row -> {
            other.rows.add(rows.get(row));
            other.people.add(people.get(row));
        });
        return other;
    }
}
