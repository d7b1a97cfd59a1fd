package io.serai.identity.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LinkageTest {

    private static int[] clusters(Unions unions, int nodes) {
        int[] clusters = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            clusters[node] = unions.find(node);
        }
        return clusters;
    }

    private static int[][] symmetric(int nodes, int usual) {
        int[][] weights = new int[nodes][nodes];
        for (int[] row : weights) {
            Arrays.fill(row, usual);
        }
        return weights;
    }

    private static void put(int[][] weights, int left, int right, int weight) {
        weights[left][right] = weight;
        weights[right][left] = weight;
    }

    private static List<Linkage.Edge> edges(int[][] weights, int floor) {
        List<Linkage.Edge> edges = new ArrayList<>();
        for (int left = 0; left < weights.length; left++) {
            for (int right = left + 1; right < weights.length; right++) {
                if (weights[left][right] >= floor) {
                    edges.add(new Linkage.Edge(left, right, weights[left][right]));
                }
            }
        }
        return edges;
    }

    @Test
    void what_is_strong_enough_merges_and_says_why() {
        int[][] weights = symmetric(3, -500);
        put(weights, 0, 2, 700);
        Unions unions = new Unions(3);
        Linkage.Outcome outcome =
                Linkage.link(3, edges(weights, -300), (one, two) -> weights[one][two], unions, 0, -100);
        assertThat(clusters(unions, 3)).containsExactly(0, 1, 0);
        assertThat(outcome.merges()).containsExactly(new Linkage.Merge(0, 2, 700, 700));
        assertThat(outcome.reviews()).isEmpty();
    }

    @Test
    void a_chain_of_likenesses_does_not_make_different_people_one() {
        int[][] weights = symmetric(4, -1400);
        put(weights, 0, 1, 900);
        put(weights, 2, 3, 800);
        put(weights, 1, 2, 50);
        Unions unions = new Unions(4);
        Linkage.Outcome outcome =
                Linkage.link(4, edges(weights, -300), (one, two) -> weights[one][two], unions, 0, -50);
        assertThat(clusters(unions, 4)).containsExactly(0, 0, 2, 2);
        assertThat(outcome.reviews()).hasSize(1);
        assertThat(outcome.reviews().get(0).why()).isEqualTo(Linkage.Why.CONTRADICTED);
        assertThat(outcome.reviews().get(0).mean()).isNegative();
    }

    @Test
    void one_strong_member_is_enough_where_the_others_say_nothing_against() {
        int[][] weights = symmetric(4, -200);
        put(weights, 0, 1, 900);
        put(weights, 0, 2, 900);
        put(weights, 1, 2, 900);
        put(weights, 2, 3, 600);
        Unions unions = new Unions(4);
        Linkage.link(4, edges(weights, -100), (one, two) -> weights[one][two], unions, 0, 0);
        assertThat(clusters(unions, 4)).containsExactly(0, 0, 0, 0);
    }

    @Test
    void what_stands_between_is_not_crossed_and_is_worth_a_look() {
        int[][] weights = symmetric(2, 900);
        Unions unions = new Unions(2);
        Linkage.Ground fenced = new Linkage.Ground() {
            @Override
            public int find(int node) {
                return unions.find(node);
            }

            @Override
            public boolean mayMerge(int left, int right) {
                return false;
            }

            @Override
            public void merge(int left, int right) {
                throw new AssertionError("merged across a fence");
            }
        };
        Linkage.Outcome outcome = Linkage.link(2, edges(weights, 0), (one, two) -> weights[one][two], fenced, 500, 100);
        assertThat(outcome.merges()).isEmpty();
        assertThat(outcome.reviews()).containsExactly(new Linkage.Review(0, 1, 900, 900, Linkage.Why.FORBIDDEN));
    }

    @Test
    void between_the_thresholds_a_person_decides() {
        int[][] weights = symmetric(2, 300);
        Unions unions = new Unions(2);
        Linkage.Outcome outcome = Linkage.link(2, edges(weights, 0), (one, two) -> weights[one][two], unions, 500, 200);
        assertThat(clusters(unions, 2)).containsExactly(0, 1);
        assertThat(outcome.reviews()).containsExactly(new Linkage.Review(0, 1, 300, 300, Linkage.Why.UNSURE));
        assertThat(Linkage.link(2, edges(weights, 0), (one, two) -> weights[one][two], new Unions(2), 500, 301)
                        .reviews())
                .isEmpty();
    }

    @Property(tries = 60)
    void the_order_of_edges_does_not_matter(@ForAll long seed, @ForAll @IntRange(min = 2, max = 14) int nodes) {
        Random random = new Random(seed);
        int[][] weights = symmetric(nodes, 0);
        for (int left = 0; left < nodes; left++) {
            for (int right = left + 1; right < nodes; right++) {
                put(weights, left, right, (random.nextInt(40) - 22) * 60);
            }
        }
        List<Linkage.Edge> edges = edges(weights, -300);
        Unions straight = new Unions(nodes);
        Linkage.Outcome first = Linkage.link(nodes, edges, (one, two) -> weights[one][two], straight, 0, -100);
        Collections.shuffle(edges, random);
        Unions shuffled = new Unions(nodes);
        Linkage.Outcome second = Linkage.link(nodes, edges, (one, two) -> weights[one][two], shuffled, 0, -100);
        assertThat(clusters(shuffled, nodes)).isEqualTo(clusters(straight, nodes));
        assertThat(second.merges()).isEqualTo(first.merges());
        assertThat(second.reviews()).isEqualTo(first.reviews());
    }
}
