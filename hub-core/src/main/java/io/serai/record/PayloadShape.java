package io.serai.record;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The field names of the last record, sorted: the next one has the same, as a rule. Takes the fields of a record one by one. */
final class PayloadShape implements BiConsumer<String, Object> {

    /**
     * One field.
     *
     * @param place in the record
     * @param json its name as it is written, a comma before it and a colon behind
     */
    private record Field(int place, char[] json) {}

    private String[] names = new String[0];
    private Field[] fields = new Field[0];
    private String[] given = new String[32];
    private Object[] values = new Object[32];
    private int count;
    private boolean known = true;

    @Override
    public void accept(String name, Object value) {
        if (count == values.length) {
            given = Arrays.copyOf(given, count * 2);
            values = Arrays.copyOf(values, count * 2);
        }
        known = known && count < names.length && name.equals(names[count]);
        given[count] = name;
        values[count++] = value;
    }

    /** Writes the fields that were given, sorted by name, and forgets their values. */
    void write(JsonText text, JsonValues written) {
        if (!known || count != names.length) {
            learn();
        }
        int size = count;
        count = 0;
        known = true;
        text.append('{');
        for (Field field : fields) {
            text.append(field.json());
            written.value(values[field.place()]);
        }
        text.append('}');
        Arrays.fill(values, 0, size, null);
    }

    private void learn() {
        names = Arrays.copyOf(given, count);
        String[] sorted = names.clone();
        Arrays.sort(sorted);
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < count; place++) {
            places.put(names[place], place);
        }
        fields = new Field[count];
        JsonText json = new JsonText();
        for (int i = 0; i < count; i++) {
            json.clear();
            json.append(i == 0 ? "" : ",");
            json.quoted(sorted[i]);
            json.append(':');
            fields[i] = new Field(places.get(sorted[i]), json.toString().toCharArray());
        }
    }
}
