package io.serai.store;

import io.serai.identity.Identifier;
import io.serai.identity.IdentifierRule;
import io.serai.identity.IdentityRules;
import io.serai.identity.WholeLevels;
import io.serai.record.RecordHash;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongPredicate;

/**
 * Which of all live signatures share identifiers, told by 64-bit hashes of the values: two values of one hash only make a
 * component larger than it need be, and people are found by the values themselves. Signatures are numbered from 0 in the order of
 * their numbers in the store.
 */
final class SharedValues {

    /** A value that is on many signatures, and the places of those. */
    interface Many {
        void value(long hash, IdentifierRule rule, int[] nodes) throws SQLException;
    }

    private final IdentifierRule[] rules;
    private long[] hashes = new long[1024];
    private int[] nodes = new int[1024];
    private byte[] kinds = new byte[1024];
    private int size;

    /** Open addressing, linear: the hash in a place, and of how many signatures it is. */
    private long[] table;

    private int[] counts;

    SharedValues(IdentityRules rules) {
        this.rules = rules.identifiers().toArray(IdentifierRule[]::new);
    }

    /** @param ids all live signatures, ascending */
    static SharedValues load(Connection connection, IdentityRules rules, long[] ids) throws SQLException {
        SharedValues shared = new SharedValues(rules);
        Map<Long, Byte> kindOf = shared.kinds(Names.of(connection, "identifier_name"));
        int[] at = {0};
        Sql.each(
                connection,
                row -> {
                    long signature = row.getLong(1);
                    while (at[0] < ids.length && ids[at[0]] < signature) {
                        at[0]++;
                    }
                    Byte kind = kindOf.get(row.getLong(2));
                    if (kind != null && at[0] < ids.length && ids[at[0]] == signature) {
                        shared.add(at[0], kind, row.getString(3));
                    }
                },
                "SELECT signature_id, name_id, value FROM signature_identifier ORDER BY signature_id");
        return shared.count();
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
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            nodes = Arrays.copyOf(nodes, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
        }
        hashes[size] = hash(rules[kind].name(), value);
        nodes[size] = node;
        kinds[size++] = kind;
    }

    /** There are no more. */
    SharedValues count() {
        int places = Math.max(16, Integer.highestOneBit(Math.max(1, size)) * 4);
        table = new long[places];
        counts = new int[places];
        for (int i = 0; i < size; i++) {
            counts[place(hashes[i])]++;
        }
        return this;
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

    /** Hands over the values that more signatures bear than the rule allows people. */
    void eachOnMany(Many taker) throws SQLException {
        Map<Long, int[]> many = new HashMap<>();
        Map<Long, IdentifierRule> ruleOf = new HashMap<>();
        for (int i = 0; i < size; i++) {
            IdentifierRule rule = rules[kinds[i]];
            int count = counts[place(hashes[i])];
            if (count > rule.maxPeople()) {
                ruleOf.put(hashes[i], rule);
                int[] bearers = many.computeIfAbsent(hashes[i], hash -> new int[count + 1]);
                bearers[bearers[count]++] = nodes[i];
            }
        }
        for (Map.Entry<Long, int[]> each : many.entrySet()) {
            int[] bearers = each.getValue();
            taker.value(each.getKey(), ruleOf.get(each.getKey()), Arrays.copyOf(bearers, bearers.length - 1));
        }
    }

    /** Links those who share a value. */
    void link(WholeLevels links, LongPredicate overloaded) {
        int[] first = new int[table.length];
        for (int i = 0; i < size; i++) {
            int place = place(hashes[i]);
            if (counts[place] > 1) {
                if (first[place] == 0) {
                    first[place] = overloaded.test(hashes[i]) ? -1 : nodes[i] + 1;
                } else if (first[place] > 0) {
                    links.link(first[place] - 1, nodes[i]);
                }
            }
        }
    }
}
