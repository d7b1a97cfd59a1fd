package io.serai.identity;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Clusters under construction: who is together, and what must not be crossed. Members are numbered in content order. A cluster
 * is one part, or several that people joined: limits and evidence are of a part, what is kept apart is of the whole.
 */
final class Forest {

    /** More different namings of one person than this are not looked at. */
    private static final int MOST_EVIDENCE = 16;

    private static final int[] NONE = {};
    private static final Evidence[] SILENT = {};

    private final List<IdentifierRule> rules;
    /** Of each value, the rule that it belongs to; values are numbered by rule. */
    private final int[] ruleOfValue;

    private final int[] parent;
    private final int[] whole;
    private final int[][] limited;
    private final Evidence[][] evidence;
    /** Of all parts of a cluster that people joined. */
    private final Evidence[][] joined;

    private final int[][] foes;

    Forest(List<IdentifierRule> rules, int[] ruleOfValue, int members) {
        this.rules = rules;
        this.ruleOfValue = ruleOfValue;
        parent = new int[members];
        Arrays.setAll(parent, member -> member);
        whole = parent.clone();
        joined = new Evidence[members][];
        limited = new int[members][];
        evidence = new Evidence[members][];
        foes = new int[members][];
    }

    /** @param values of identifiers with a limit, ascending */
    void plant(int member, int[] values, Evidence said) {
        limited[member] = values;
        evidence[member] = said.equals(Evidence.NONE) ? SILENT : new Evidence[] {said};
        joined[member] = evidence[member];
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

    /** The part that a member is in. */
    int find(int member) {
        return root(parent, member);
    }

    /** The cluster that a member is in, with all parts that people joined. */
    int whole(int member) {
        return root(whole, member);
    }

    private static int root(int[] above, int member) {
        int root = member;
        while (above[root] != root) {
            root = above[root];
        }
        for (int at = member; above[at] != root; ) {
            int next = above[at];
            above[at] = root;
            at = next;
        }
        return root;
    }

    /** What a member's part itself says of the person. */
    Evidence[] ownEvidence(int member) {
        return evidence[find(member)];
    }

    /** What a member's part says of the person; a part that says nothing is of the person that it was joined to. */
    Evidence[] evidence(int member) {
        Evidence[] own = evidence[find(member)];
        return own.length > 0 ? own : joined[whole(member)];
    }

    /** Whether people keep the clusters of two members apart. */
    boolean keptApart(int one, int two) {
        int left = whole(one);
        int right = whole(two);
        int[] fewer = foes[left].length <= foes[right].length ? foes[left] : foes[right];
        int other = fewer == foes[left] ? right : left;
        for (int foe : fewer) {
            if (whole(foe) == other) {
                return true;
            }
        }
        return false;
    }

    /** The identifier of which two parts together would have more values than one profile may; null when there is none. */
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

    /** Makes two parts one, whatever stands between them. */
    void union(int left, int right) {
        int root = Math.min(left, right);
        int other = Math.max(left, right);
        parent[other] = root;
        limited[root] = merged(limited[root], limited[other]);
        evidence[root] = merged(evidence[root], evidence[other]);
        limited[other] = null;
        evidence[other] = null;
        bind(left, right);
    }

    /** Makes the clusters of two members one that keeps their parts. */
    void bind(int left, int right) {
        int root = Math.min(whole(left), whole(right));
        int other = Math.max(whole(left), whole(right));
        if (root == other) {
            return;
        }
        whole[other] = root;
        joined[root] = merged(joined[root], joined[other]);
        joined[other] = null;
        if (foes[other].length > 0) {
            int[] all = Arrays.copyOf(foes[root], foes[root].length + foes[other].length);
            System.arraycopy(foes[other], 0, all, foes[root].length, foes[other].length);
            foes[root] = all;
        }
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
