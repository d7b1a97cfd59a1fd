package io.serai.store;

import io.serai.segment.Column;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes columns of some traits out of the texts of people ({@link TraitText}), in one pass over their bytes: a value that many have
 * is looked at once.
 */
final class PackedColumns {

    private static final int FIRST_SLOTS = 256;

    private final long first;
    private final Values[] byTrait;
    private byte[] bytes;
    private int at;

    /**
     * @param traits the numbers of their names
     * @param first the profile number of the first row
     * @param rows the number of rows
     */
    PackedColumns(List<Long> traits, long first, int rows) {
        this.first = first;
        byTrait = new Values
                [(int) traits.stream().mapToLong(Long::longValue).max().orElse(0) + 1];
        for (long trait : traits) {
            byTrait[(int) trait] = new Values(rows);
        }
    }

    /** Takes people: the number of each and their text, one after the other. */
    void take(byte[] people) {
        bytes = people;
        at = 0;
        try {
            while (at < bytes.length) {
                person((int) (number('{') - first));
            }
        } catch (IndexOutOfBoundsException e) {
            throw new StoreException("The store holds traits that cannot be read. Restore it from a backup.", e);
        }
    }

    private void person(int row) {
        while (bytes[at] != '}') {
            at += bytes[at] == ',' ? 2 : 1;
            long trait = number('"');
            int from = ++at;
            skip();
            if (trait < byTrait.length && byTrait[(int) trait] != null) {
                byTrait[(int) trait].put(row, bytes, from, at);
            }
        }
        at++;
    }

    /** Reads a number and the sign that ends it. */
    private long number(char end) {
        long number = 0;
        while (bytes[at] != end) {
            number = 10 * number + bytes[at++] - '0';
        }
        at++;
        return number;
    }

    private void skip() {
        if (bytes[at] == '"') {
            at++;
            while (bytes[at] != '"') {
                at += bytes[at] == '\\' ? 2 : 1;
            }
            at++;
        } else {
            while (bytes[at] != ',' && bytes[at] != '}') {
                at++;
            }
        }
    }

    /** The column of a trait. */
    ColumnBytes.Written column(long trait) {
        Values values = byTrait[(int) trait];
        return ColumnBytes.write(values.codes, values.values);
    }

    /** The different values of a trait, told apart by how they are written, in a hash table with open addressing. */
    private static final class Values {
        private final int[] codes;
        private final List<byte[]> written = new ArrayList<>();
        private final List<byte[]> values = new ArrayList<>();
        private int[] slots = new int[FIRST_SLOTS];

        Values(int rows) {
            codes = new int[rows];
        }

        void put(int row, byte[] bytes, int from, int to) {
            int slot = slot(bytes, from, to);
            if (slots[slot] == 0) {
                byte[] text = Arrays.copyOfRange(bytes, from, to);
                written.add(text);
                values.add(value(text));
                slots[slot] = written.size();
                codes[row] = written.size();
                if (written.size() * 2 > slots.length) {
                    grow();
                }
            } else {
                codes[row] = slots[slot];
            }
        }

        private int slot(byte[] bytes, int from, int to) {
            int hash = 0;
            for (int i = from; i < to; i++) {
                hash = 31 * hash + bytes[i];
            }
            int slot = (hash ^ hash >>> 15) & slots.length - 1;
            while (slots[slot] != 0) {
                byte[] known = written.get(slots[slot] - 1);
                if (Arrays.equals(known, 0, known.length, bytes, from, to)) {
                    return slot;
                }
                slot = slot + 1 & slots.length - 1;
            }
            return slot;
        }

        private void grow() {
            slots = new int[2 * slots.length];
            for (int i = 0; i < written.size(); i++) {
                slots[slot(written.get(i), 0, written.get(i).length)] = i + 1;
            }
        }

        private static byte[] value(byte[] text) {
            boolean plain = text[0] == '"';
            for (int i = 0; plain && i < text.length; i++) {
                plain = text[i] != '\\';
            }
            if (plain) {
                return ColumnBytes.text(text, 1, text.length - 1);
            }
            Object value = Column.plain(TraitText.value("{\"1\":" + new String(text, StandardCharsets.UTF_8) + "}", 1));
            byte[] utf8 = value.toString().getBytes(StandardCharsets.UTF_8);
            return value instanceof Double number ? ColumnBytes.number(number) : ColumnBytes.text(utf8, 0, utf8.length);
        }
    }
}
