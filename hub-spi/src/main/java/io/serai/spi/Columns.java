package io.serai.spi;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The names of a table's columns, shared by the records of all its rows: a record then costs its values and little more.
 * Immutable; for any thread.
 *
 * @since 1.0
 */
public final class Columns {

    private final String[] names;
    private final Map<String, Integer> places = new HashMap<>();

    /**
     * @param names in the table's order
     * @throws IllegalArgumentException when a name occurs twice
     */
    public Columns(List<String> names) {
        this.names = names.toArray(String[]::new);
        for (int place = 0; place < this.names.length; place++) {
            if (places.put(this.names[place], place) != null) {
                throw new IllegalArgumentException("Two columns have the name \"" + this.names[place] + "\".");
            }
        }
    }

    /** How many there are. */
    public int size() {
        return names.length;
    }

    /**
     * One row as a map that nobody can change, in the order of the columns.
     *
     * @param values one for each column; null where the row has none. Handed over: not to be changed afterwards
     * @throws IllegalArgumentException when there are more or fewer values than columns
     */
    public Map<String, Object> record(Object[] values) {
        if (values.length != names.length) {
            throw new IllegalArgumentException(
                    "The row has " + values.length + " values for " + names.length + " columns.");
        }
        return new Row(this, values);
    }

    private static final class Row extends AbstractMap<String, Object> {

        private final Columns columns;
        private final Object[] values;

        Row(Columns columns, Object[] values) {
            this.columns = columns;
            this.values = values;
        }

        @Override
        public Object get(Object name) {
            Integer place = columns.places.get(name);
            return place == null ? null : values[place];
        }

        @Override
        public boolean containsKey(Object name) {
            return columns.places.containsKey(name);
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public void forEach(BiConsumer<? super String, ? super Object> action) {
            for (int place = 0; place < values.length; place++) {
                action.accept(columns.names[place], values[place]);
            }
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Entry<String, Object>> iterator() {
                    return entries();
                }

                @Override
                public int size() {
                    return values.length;
                }
            };
        }

        private Iterator<Entry<String, Object>> entries() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < values.length;
                }

                @Override
                public Entry<String, Object> next() {
                    if (next == values.length) {
                        throw new NoSuchElementException();
                    }
                    Entry<String, Object> entry = new SimpleImmutableEntry<>(columns.names[next], values[next]);
                    next++;
                    return entry;
                }
            };
        }
    }
}
