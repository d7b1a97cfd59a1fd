package io.serai.identity.match;

import io.serai.identity.compare.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What is compared of the fields: a whole name alone is taken apart into given and family name, and beside its parts gives
 * only what they do not say, so that no evidence counts twice.
 */
final class Slots {

    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "el", "al", "bin",
            "ibn", "ter", "ten", "zu", "af", "st", "mac", "mc", "o");

    private static final Pattern WORDS = Pattern.compile("[\\s,]+");

    private final List<Field> fields;
    private final List<Slot> slots = new ArrayList<>();
    private final int given;
    private final int family;
    private final int whole;
    private final int givenSlot;
    private final int familySlot;

    Slots(List<Field> fields) {
        this.fields = List.copyOf(fields);
        given = field(Kind.GIVEN_NAME);
        family = field(Kind.FAMILY_NAME);
        whole = field(Kind.FULL_NAME);
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (i == whole && given < 0 && family < 0) {
                slots.add(Slot.part(field, "given", Kind.GIVEN_NAME));
                slots.add(Slot.part(field, "family", Kind.FAMILY_NAME));
            } else if (field.kind() == Kind.FULL_NAME) {
                slots.add(Slot.part(field, "other names", Kind.TEXT));
            } else {
                slots.add(Slot.of(field));
            }
        }
        givenSlot = Slot.find(slots, Kind.GIVEN_NAME);
        familySlot = Slot.find(slots, Kind.FAMILY_NAME);
    }

    private int field(Kind kind) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).kind() == kind) {
                return i;
            }
        }
        return -1;
    }

    List<Field> fields() {
        return fields;
    }

    List<Slot> all() {
        return slots;
    }

    Slot get(int slot) {
        return slots.get(slot);
    }

    int size() {
        return slots.size();
    }

    /** The numbers of all slots, what is quickly compared before what takes longer. */
    int[] byEffort() {
        return IntStream.range(0, slots.size())
                .boxed()
                .sorted(Comparator.comparingInt(slot -> slots.get(slot).effort()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The first given name slot; -1 for none. */
    int given() {
        return givenSlot;
    }

    /** The first family name slot; -1 for none. */
    int family() {
        return familySlot;
    }

    /** Whether a lone name stands in the place of the given name: it may be the family's. */
    boolean isLoose(int slot, String[] said) {
        return slot == familySlot && givenSlot >= 0 && isBlank(said[slot]) && !isBlank(said[givenSlot]);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /** What a row says in the slots. */
    String[] split(List<String> values) {
        String[] split = new String[slots.size()];
        Set<String> said = whole < 0 ? Set.of() : new HashSet<>();
        int at = 0;
        for (int i = 0; i < fields.size(); i++) {
            if (i == whole && given < 0 && family < 0) {
                apart(values.get(i), split, at);
                at += 2;
            } else if (fields.get(i).kind() == Kind.FULL_NAME) {
                split[at++] = rest(values, i, said);
            } else {
                split[at++] = values.get(i);
            }
        }
        return split;
    }

    /** The words of a whole name that no part and no earlier whole name has. */
    private String rest(List<String> values, int field, Set<String> said) {
        if (values.get(field) == null) {
            return null;
        }
        if (said.isEmpty()) {
            words(given < 0 ? null : values.get(given), said);
            words(family < 0 ? null : values.get(family), said);
            words(given < 0 && family < 0 ? values.get(whole) : null, said);
        }
        StringBuilder rest = new StringBuilder();
        for (String word : WORDS.split(values.get(field).toLowerCase(Locale.ROOT))) {
            if (said.add(word)) {
                rest.append(rest.isEmpty() ? "" : " ").append(word);
            }
        }
        return rest.isEmpty() ? null : rest.toString();
    }

    private static void apart(String name, String[] split, int at) {
        if (name == null || name.isBlank()) {
            return;
        }
        int comma = name.indexOf(',');
        if (comma > 0 && comma < name.length() - 1) {
            split[at] = name.substring(comma + 1);
            split[at + 1] = name.substring(0, comma);
            return;
        }
        String[] words = name.strip().split("\\s+");
        int last = words.length - 1;
        while (last > 1 && PARTICLES.contains(words[last - 1].toLowerCase(Locale.ROOT))) {
            last--;
        }
        split[at] = last == 0 ? null : String.join(" ", Arrays.copyOfRange(words, 0, last));
        split[at + 1] = String.join(" ", Arrays.copyOfRange(words, last, words.length));
    }

    private static void words(String text, Set<String> into) {
        if (text != null) {
            into.addAll(Arrays.asList(WORDS.split(text.toLowerCase(Locale.ROOT))));
        }
    }
}
