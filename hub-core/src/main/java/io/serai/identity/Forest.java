package io.serai.identity;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Clusters under construction: who is together, and what must not be crossed. Members are numbered in content order. */
final class Forest {

    /** More different namings of one person than this are not looked at. */
    private static final int MOST_EVIDENCE = 16;

    private static final int[] NONE = {};
    private static final Evidence[] SILENT = {};

    private final List<IdentifierRule> rules;
    /** Of each value, the rule that it belongs to; values are numbered by rule. */
    private final int[] ruleOfValue;

    private final int[] parent;
    private final int[][] limited;
    private final Evidence[][] evidence;
    private final int[][] foes;

    Forest(List<IdentifierRule> rules, int[] ruleOfValue, int members) {
        this.rules = rules;
        this.ruleOfValue = ruleOfValue;
        parent = new int[members];
        Arrays.setAll(parent, member -> member);
        limited = new int[members][];
        evidence = new Evidence[members][];
        foes = new int[members][];
    }

    /** @param values of identifiers with a limit, ascending */
    void plant(int member, int[] values, Evidence said) {
        limited[member] = values;
        evidence[member] = said.equals(Evidence.NONE) ? SILENT : new Evidence[] {said};
        foes[member] = NONE;
    }

    void keepApart(int left, int right) {
        foes[left] = append(foes[left], right);
        foes[right] = append(foes[right], left);
    }

    private static int[] append(int[] array, int value) {
        int[] longer = Arrays.copyOf(array, array.length + 1);
        longer[array.length] = value;
        return longer;
    }

    int find(int member) {
        int root = member;
        while (parent[root] != root) {
            root = parent[root];
        }
        for (int at = member; parent[at] != root; ) {
            int next = parent[at];
            parent[at] = root;
            at = next;
        }
        return root;
    }

    Evidence[] evidence(int root) {
        return evidence[root];
    }

    boolean keptApart(int left, int right) {
        int[] fewer = foes[left].length <= foes[right].length ? foes[left] : foes[right];
        int other = fewer == foes[left] ? right : left;
        for (int foe : fewer) {
            if (find(foe) == other) {
                return true;
            }
        }
        return false;
    }

    /** The identifier of which both together would have more values than one profile may; null when there is none. */
    IdentifierRule crossed(int left, int right) {
        int[] one = limited[left];
        int[] two = limited[right];
        int i = 0;
        int j = 0;
        while (i < one.length && j < two.length) {
            int rule = Math.min(ruleOfValue[one[i]], ruleOfValue[two[j]]);
            int iStart = i;
            int jStart = j;
            int both = 0;
            while (has(one, i, rule) || has(two, j, rule)) {
                if (!has(two, j, rule) || has(one, i, rule) && one[i] < two[j]) {
                    i++;
                } else if (!has(one, i, rule) || two[j] < one[i]) {
                    j++;
                } else {
                    i++;
                    j++;
                }
                both++;
            }
            int larger = Math.max(i - iStart, j - jStart);
            if (both > rules.get(rule).perProfile() && both > larger) {
                return rules.get(rule);
            }
        }
        return null;
    }

    private boolean has(int[] values, int at, int rule) {
        return at < values.length && ruleOfValue[values[at]] == rule;
    }

    /** Puts two clusters together, whatever stands between them. */
    void union(int left, int right) {
        int root = Math.min(left, right);
        int other = Math.max(left, right);
        parent[other] = root;
        limited[root] = merged(limited[root], limited[other]);
        evidence[root] = merged(evidence[root], evidence[other]);
        if (foes[other].length > 0) {
            int[] all = Arrays.copyOf(foes[root], foes[root].length + foes[other].length);
            System.arraycopy(foes[other], 0, all, foes[root].length, foes[other].length);
            foes[root] = all;
        }
        limited[other] = null;
        evidence[other] = null;
        foes[other] = null;
    }

    private static int[] merged(int[] one, int[] two) {
        if (two.length == 0 || Arrays.equals(one, two)) {
            return one;
        }
        int[] all = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, all, one.length, two.length);
        return Arrays.stream(all).sorted().distinct().toArray();
    }

    private static Evidence[] merged(Evidence[] one, Evidence[] two) {
        if (two.length == 0 || Arrays.equals(one, two)) {
            return one;
        }
        Set<Evidence> all = new LinkedHashSet<>(Arrays.asList(one));
        all.addAll(Arrays.asList(two));
        return all.stream().limit(MOST_EVIDENCE).toArray(Evidence[]::new);
    }
}
