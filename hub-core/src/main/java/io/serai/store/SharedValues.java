package io.serai.store;

import io.serai.identity.Identifier;
import io.serai.identity.IdentifierRule;
import io.serai.identity.IdentityRules;
import io.serai.identity.WholeLevels;
import io.serai.record.RecordHash;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongPredicate;

/**
 * Which of all live signatures share identifiers, told by 64-bit hashes of the values: two values of one hash only make a
 * component larger than it need be, and people are found by the values themselves. Signatures are numbered from 0 in the order of
 * their numbers in the store. Hashes wait in a file beside the store, and a part of them at a time is looked at.
 */
final class SharedValues implements AutoCloseable {

    /** A value that is on many signatures, and the places of those. */
    interface Many {
        void value(long hash, IdentifierRule rule, int[] nodes) throws SQLException;
    }

    private final IdentifierRule[] rules;
    /** Each hash with the kind of the value above the place of its signature. */
    private final SpilledPairs pairs;

    /** @param store beside whose file they wait */
    SharedValues(Path store, IdentityRules rules) {
        pairs = new SpilledPairs(store, "-shared");
        this.rules = rules.identifiers().toArray(IdentifierRule[]::new);
    }

    static SharedValues load(Connection connection, IdentityRules rules, SignatureIds ids) throws SQLException {
        SharedValues shared = new SharedValues(SqliteDatabase.file(connection), rules);
        Map<Long, Byte> kindOf = shared.kinds(Names.of(connection, "identifier_name"));
        Sql.each(
                connection,
                row -> {
                    int node = ids.place(row.getLong(1));
                    Byte kind = kindOf.get(row.getLong(2));
                    if (kind != null && node >= 0) {
                        shared.add(node, kind, row.getString(3));
                    }
                },
                "SELECT signature_id, name_id, value FROM signature_identifier ORDER BY signature_id");
        return shared;
    }

    private Map<Long, Byte> kinds(Names names) {
        Map<Long, Byte> kinds = new HashMap<>();
        for (byte kind = 0; kind < rules.length; kind++) {
            kinds.put(names.known(rules[kind].name()), kind);
        }
        return kinds;
    }

    static long hash(String name, String value) {
        return RecordHash.of(value, RecordHash.of(name));
    }

    /** One more value of a signature; signatures come in the order of their places. */
    void add(int node, Identifier identifier) {
        for (byte kind = 0; kind < rules.length; kind++) {
            if (rules[kind].name().equals(identifier.name())) {
                add(node, kind, identifier.value());
            }
        }
    }

    private void add(int node, byte kind, String value) {
        pairs.add(hash(rules[kind].name(), value), (long) kind << 32 | node);
    }

    /** Hands over the values that more signatures bear than the rule allows people. */
    void eachOnMany(Many taker) throws SQLException {
        for (int number = 0; number < pairs.parts(); number++) {
            Part part = new Part(pairs.part(number));
            Map<Long, int[]> many = new HashMap<>();
            Map<Long, IdentifierRule> ruleOf = new HashMap<>();
            for (int i = 0; i < part.size(); i++) {
                IdentifierRule rule = rules[part.kind(i)];
                int count = part.count(i);
                if (count > rule.maxPeople()) {
                    ruleOf.put(part.hash(i), rule);
                    int[] bearers = many.computeIfAbsent(part.hash(i), hash -> new int[count + 1]);
                    bearers[bearers[count]++] = part.node(i);
                }
            }
            for (Map.Entry<Long, int[]> each : many.entrySet()) {
                int[] bearers = each.getValue();
                taker.value(each.getKey(), ruleOf.get(each.getKey()), Arrays.copyOf(bearers, bearers.length - 1));
            }
        }
    }

    /** Links those who share a value. */
    void link(WholeLevels links, LongPredicate overloaded) {
        for (int number = 0; number < pairs.parts(); number++) {
            new Part(pairs.part(number)).link(links, overloaded);
        }
    }

    @Override
    public void close() {
        pairs.close();
    }

    /** All signatures of some hashes. */
    private static final class Part {

        private final long[] pairs;
        /** Open addressing, linear: the hash in a place, and of how many signatures it is. */
        private final long[] table;

        private final int[] counts;

        Part(long[] pairs) {
            this.pairs = pairs;
            int places = Math.max(16, Integer.highestOneBit(Math.max(1, size())) * 4);
            table = new long[places];
            counts = new int[places];
            for (int i = 0; i < size(); i++) {
                counts[place(hash(i))]++;
            }
        }

        int size() {
            return pairs.length / 2;
        }

        long hash(int i) {
            return pairs[2 * i];
        }

        int kind(int i) {
            return (int) (pairs[2 * i + 1] >>> 32);
        }

        int node(int i) {
            return (int) pairs[2 * i + 1];
        }

        int count(int i) {
            return counts[place(hash(i))];
        }

        /** The place of a hash, which is never 0; taken when it was free. */
        private int place(long hash) {
            int mask = table.length - 1;
            int place = (int) (hash >>> 20) & mask;
            while (table[place] != hash && table[place] != 0) {
                place = place + 1 & mask;
            }
            table[place] = hash;
            return place;
        }

        void link(WholeLevels links, LongPredicate overloaded) {
            int[] first = new int[table.length];
            for (int i = 0; i < size(); i++) {
                int place = place(hash(i));
                if (counts[place] > 1) {
                    if (first[place] == 0) {
                        first[place] = overloaded.test(hash(i)) ? -1 : node(i) + 1;
                    } else if (first[place] > 0) {
                        links.link(first[place] - 1, node(i));
                    }
                }
            }
        }
    }
}
