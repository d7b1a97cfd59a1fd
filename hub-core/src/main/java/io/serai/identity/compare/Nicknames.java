package io.serai.identity.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Names that stand for others in daily life: Bill for William, Pepe for José, Sascha for Alexander. */
final class Nicknames {

    private static final Map<String, int[]> FORMAL = read();

    private Nicknames() {}

    private static Map<String, int[]> read() {
        Map<String, Set<Integer>> formal = new TreeMap<>();
        int group = 0;
        for (String line : NicknameTables.ALL.split(";")) {
            String names = line.strip();
            if (!names.isEmpty()) {
                for (String name : names.split("\\s+")) {
                    formal.computeIfAbsent(name, key -> new TreeSet<>()).add(group);
                }
                group++;
            }
        }
        Map<String, int[]> read = new HashMap<>();
        formal.forEach((name, groups) ->
                read.put(name, groups.stream().mapToInt(Integer::intValue).toArray()));
        return Map.copyOf(read);
    }

    /** Numbers of the groups that a name belongs to, rising; null for none. */
    static int[] formal(String name) {
        return FORMAL.get(name);
    }

    static boolean meet(int[] left, int[] right) {
        int i = 0;
        int j = 0;
        while (i < left.length && j < right.length) {
            if (left[i] == right[j]) {
                return true;
            }
            if (left[i] < right[j]) {
                i++;
            } else {
                j++;
            }
        }
        return false;
    }

    /** A bit for each group, several to one bit: groups meet only where bits do. */
    static long bits(int[] groups) {
        long bits = 0;
        if (groups != null) {
            for (int group : groups) {
                bits |= 1L << group;
            }
        }
        return bits;
    }
}
