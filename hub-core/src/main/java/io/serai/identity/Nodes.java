package io.serai.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Signatures in content order, with their linking values numbered by priority and value. */
final class Nodes {

    /** Takes one value with at least two bearers. */
    interface Visitor {
        void visit(IdentifierRule rule, Identifier value, int[] bearers);
    }

    private record Bearing(int rule, Identifier value, int member) implements Comparable<Bearing> {
        @Override
        public int compareTo(Bearing other) {
            if (rule != other.rule) {
                return Integer.compare(rule, other.rule);
            }
            int byValue = value.value().compareTo(other.value.value());
            return byValue != 0 ? byValue : Integer.compare(member, other.member);
        }
    }

    private final List<IdentifierRule> rules;
    private final Signature[] signatures;
    private final Bearing[] bearings;

    private Nodes(List<IdentifierRule> rules, Signature[] signatures, Bearing[] bearings) {
        this.rules = rules;
        this.signatures = signatures;
        this.bearings = bearings;
    }

    static Nodes of(IdentityRules rules, Collection<Signature> members, Set<Identifier> overloaded) {
        Map<String, Integer> ruleOf = new HashMap<>();
        for (int rule = 0; rule < rules.identifiers().size(); rule++) {
            ruleOf.putIfAbsent(rules.identifiers().get(rule).name(), rule);
        }
        Signature[] signatures = members.toArray(Signature[]::new);
        Arrays.sort(signatures, new ContentOrder());
        List<Bearing> bearings = new ArrayList<>();
        for (int member = 0; member < signatures.length; member++) {
            for (Identifier value : signatures[member].identifiers()) {
                Integer rule = ruleOf.get(value.name());
                if (rule != null && !overloaded.contains(value)) {
                    bearings.add(new Bearing(rule, value, member));
                }
            }
        }
        Bearing[] sorted = bearings.toArray(Bearing[]::new);
        Arrays.sort(sorted);
        return new Nodes(rules.identifiers(), signatures, sorted);
    }

    int size() {
        return signatures.length;
    }

    Signature signature(int member) {
        return signatures[member];
    }

    Forest forest() {
        int[] ruleOfValue = new int[bearings.length];
        int[] count = new int[signatures.length];
        int[][] limited = new int[signatures.length][];
        Arrays.fill(limited, new int[0]);
        int value = -1;
        for (int at = 0; at < bearings.length; at++) {
            Bearing bearing = bearings[at];
            if (at == 0 || !sameValue(at - 1, at)) {
                ruleOfValue[++value] = bearing.rule();
            }
            if (rules.get(bearing.rule()).perProfile() != Integer.MAX_VALUE) {
                int member = bearing.member();
                int[] more = Arrays.copyOf(limited[member], ++count[member]);
                more[more.length - 1] = value;
                limited[member] = more;
            }
        }
        Forest forest = new Forest(rules, ruleOfValue, signatures.length);
        for (int member = 0; member < signatures.length; member++) {
            forest.plant(member, limited[member], signatures[member].evidence());
        }
        return forest;
    }

    void forEachValue(Visitor visitor) {
        for (int from = 0, to; from < bearings.length; from = to) {
            to = from + 1;
            while (to < bearings.length && sameValue(from, to)) {
                to++;
            }
            if (to - from > 1) {
                int[] members = new int[to - from];
                for (int at = from; at < to; at++) {
                    members[at - from] = bearings[at].member();
                }
                visitor.visit(rules.get(bearings[from].rule()), bearings[from].value(), members);
            }
        }
    }

    private boolean sameValue(int one, int two) {
        return bearings[one].rule() == bearings[two].rule()
                && bearings[one].value().value().equals(bearings[two].value().value());
    }
}
