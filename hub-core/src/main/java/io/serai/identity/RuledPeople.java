package io.serai.identity;

import io.serai.identity.match.Field;
import io.serai.identity.match.FitSettings;
import io.serai.identity.match.Model;
import io.serai.identity.match.Sample;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Finds the people among the rows of one table as a hub with these rules would: identifiers with their limits, likeness and
 * thresholds, and the word of people. The same graph and the same clusters as record by record, all in memory.
 */
final class RuledPeople {

    private final IdentityRules rules;
    private final SignatureRows rows;
    private final Sample sample;
    private final Set<Decision> decisions = new HashSet<>();

    /** @param columns what the rows' columns mean and the rules for them */
    RuledPeople(Columns columns) {
        rows = new SignatureRows(columns, true);
        List<Field> fields = columns.fields().stream().map(this::field).toList();
        double merge = columns.rules().matching().map(Matching::mergeAbove).orElse(Matching.MERGE_ABOVE);
        double review = columns.rules().matching().map(Matching::reviewAbove).orElse(Matching.REVIEW_ABOVE);
        rules = new IdentityRules(
                columns.rules().identifiers(),
                Optional.of(new Matching(fields, merge, review)),
                columns.rules().version());
        sample = new Sample(fields);
    }

    private Field field(Meaning meaning) {
        String rule = rows.rule(meaning);
        return new Field(rule == null ? meaning.name() : rule, meaning.kind(), meaning.settings());
    }

    /** Adds a row; columns that it lacks say nothing. */
    void add(Map<String, ?> row) {
        sample.add(rows.add(row));
    }

    /** What people say of two rows, numbered from 0. */
    void decide(int left, int right, Decision.Kind kind) {
        long one = rows.signatureOf(left);
        long other = rows.signatureOf(right);
        if (one >= 0 && other >= 0) {
            decisions.add(new Decision(one, other, kind));
        }
    }

    People.Result resolve(FitSettings settings) {
        long read = System.nanoTime();
        Model model = Model.fit(sample, settings);
        long fitted = System.nanoTime();
        People.Result result = resolve(model);
        Map<String, Double> seconds = result.seconds();
        seconds.put("fit", (fitted - read) / 1e9);
        seconds.put("match", (System.nanoTime() - fitted) / 1e9);
        return result;
    }

    private People.Result resolve(Model model) {
        Likeness likeness = Likeness.of(model, rules.matching().orElseThrow());
        List<Signature> signatures = rows.signatures();
        Set<Identifier> overloaded = Overload.of(rules, signatures);
        Masks masks = new Masks(rules);
        UnaryOperator<List<String>> evidence = said -> masks.masked(said, overloaded::contains);
        List<List<String>> sayings = signatures.stream().map(Signature::said).toList();
        WholeEdges whole =
                new WholeEdges(likeness, sayings, sayings.stream().map(evidence).toList());
        List<MatchEdge> edges = whole.edges();
        Bonds bonds = new Bonds(overloaded, decisions, counting(edges, overloaded, likeness), likeness, evidence);
        int[] people = rows.people(Clustering.of(rules, signatures, bonds, false));
        return result(people, model, whole.compared(), edges);
    }

    /** Those at or above the floor of the level at which their component is no larger than allowed. */
    private Collection<MatchEdge> counting(List<MatchEdge> edges, Set<Identifier> overloaded, Likeness likeness) {
        WholeLevels whole = new WholeLevels(rows.signatures().size());
        Map<Identifier, Integer> first = new HashMap<>();
        for (Signature signature : rows.signatures()) {
            for (Identifier value : signature.identifiers()) {
                Integer other = overloaded.contains(value) ? null : first.putIfAbsent(value, (int) signature.id());
                if (other != null) {
                    whole.link(other, (int) signature.id());
                }
            }
        }
        decisions.stream()
                .filter(decision -> decision.kind() == Decision.Kind.JOIN)
                .forEach(decision -> whole.link((int) decision.left(), (int) decision.right()));
        edges.forEach(edge -> whole.edge((int) edge.left(), (int) edge.right(), edge.weight()));
        int[] levels = whole.levels(likeness);
        return edges.stream()
                .filter(edge -> edge.weight() >= Levels.floor(levels[(int) edge.left()], likeness.floor()))
                .toList();
    }

    /** Edges by the first rows that say so. */
    private People.Result result(int[] people, Model model, long compared, List<MatchEdge> edges) {
        int[] firstRow = new int[rows.signatures().size()];
        Arrays.fill(firstRow, -1);
        for (int row = 0; row < rows.rows(); row++) {
            int signature = rows.signatureOf(row);
            if (signature >= 0 && firstRow[signature] < 0) {
                firstRow[signature] = row;
            }
        }
        int[] left = new int[edges.size()];
        int[] right = new int[edges.size()];
        int[] weight = new int[edges.size()];
        for (int i = 0; i < weight.length; i++) {
            left[i] = firstRow[(int) edges.get(i).left()];
            right[i] = firstRow[(int) edges.get(i).right()];
            weight[i] = edges.get(i).weight();
        }
        return new People.Result(people, model, compared, left, right, weight, new LinkedHashMap<>());
    }
}
