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

    /** Clusters in which nothing stands in the way, and what made them. */
    private static final class Recording implements Linkage.Ground {
        private final Unions unions;
        private final List<Linkage.Edge> merges = new ArrayList<>();

        Recording(Unions unions) {
            this.unions = unions;
        }

        @Override
        public int find(int node) {
            return unions.find(node);
        }

        @Override
        public boolean mayMerge(int left, int right) {
            return true;
        }

        @Override
        public void merge(int one, int two, int weight) {
            merges.add(new Linkage.Edge(one, two, weight));
            unions.merge(one, two, weight);
        }
    }

    private static List<Linkage.Edge> link(int[][] weights, List<Linkage.Edge> edges, Unions unions) {
        Recording ground = new Recording(unions);
        Linkage.link(weights.length, edges, (one, two) -> weights[one][two], ground, 0, -700);
        return ground.merges;
    }

    @Test
    void what_is_strong_enough_merges_and_says_by_what() {
        int[][] weights = symmetric(3, -500);
        put(weights, 0, 2, 700);
        Unions unions = new Unions(3);
        assertThat(link(weights, edges(weights, -300), unions)).containsExactly(new Linkage.Edge(0, 2, 700));
        assertThat(clusters(unions, 3)).containsExactly(0, 1, 0);
    }

    /** An account, its newsletter, and a card: the newsletter says little, and the account alone is like the card. */
    private static int[] clustersOfCard(int likenessOfNewsletter) {
        int[][] weights = symmetric(3, 0);
        put(weights, 0, 1, 900);
        put(weights, 0, 2, 800);
        put(weights, 1, 2, likenessOfNewsletter);
        Unions unions = new Unions(3);
        unions.merge(0, 1, 900);
        Linkage.link(3, edges(weights, 0), (one, two) -> weights[one][two], unions, 500, -700);
        return clusters(unions, 3);
    }

    @Test
    void a_record_that_says_little_does_not_make_its_person_less_alike() {
        assertThat(clustersOfCard(-100)).containsExactly(0, 0, 0);
    }

    @Test
    void a_record_that_contradicts_keeps_its_person_apart() {
        assertThat(clustersOfCard(-900)).containsExactly(0, 0, 2);
    }

    @Test
    void from_the_threshold_on_two_are_one() {
        int[][] weights = symmetric(2, 300);
        for (int mergeAt : new int[] {300, 301}) {
            Unions unions = new Unions(2);
            Linkage.link(2, edges(weights, 0), (one, two) -> weights[one][two], unions, mergeAt, -700);
            assertThat(clusters(unions, 2)).containsExactly(0, mergeAt == 300 ? 0 : 1);
        }
    }

    @Test
    void a_chain_of_likenesses_does_not_make_different_people_one() {
        int[][] weights = symmetric(4, -1400);
        put(weights, 0, 1, 900);
        put(weights, 2, 3, 800);
        put(weights, 1, 2, 50);
        Unions unions = new Unions(4);
        link(weights, edges(weights, -300), unions);
        assertThat(clusters(unions, 4)).containsExactly(0, 0, 2, 2);
    }

    @Test
    void one_strong_member_is_enough_where_the_others_say_nothing_against() {
        int[][] weights = symmetric(4, -200);
        put(weights, 0, 1, 900);
        put(weights, 0, 2, 900);
        put(weights, 1, 2, 900);
        put(weights, 2, 3, 600);
        Unions unions = new Unions(4);
        link(weights, edges(weights, -100), unions);
        assertThat(clusters(unions, 4)).containsExactly(0, 0, 0, 0);
    }

    @Test
    void whoever_fits_one_of_the_unlike_parts_of_a_cluster_belongs_to_it() {
        int[][] weights = symmetric(4, -1400);
        put(weights, 0, 2, 800);
        put(weights, 1, 3, 400);
        Unions unions = new Unions(4);
        unions.merge(0, 1, 0);
        assertThat(link(weights, edges(weights, 0), unions))
                .containsExactly(new Linkage.Edge(0, 2, 800), new Linkage.Edge(1, 3, 400));
        assertThat(clusters(unions, 4)).containsExactly(0, 0, 0, 0);
    }

    @Test
    void parts_that_do_not_contradict_each_other_speak_as_one() {
        int[][] weights = symmetric(3, -1400);
        put(weights, 0, 1, -699);
        put(weights, 0, 2, 300);
        Unions unions = new Unions(3);
        unions.merge(0, 1, 0);
        assertThat(link(weights, edges(weights, 0), unions)).isEmpty();
        put(weights, 0, 1, -701);
        assertThat(link(weights, edges(weights, 0), unions)).hasSize(1);
    }

    @Test
    void a_part_that_grew_is_asked_as_a_whole() {
        int[][] weights = symmetric(4, -1400);
        put(weights, 0, 2, 900);
        put(weights, 2, 3, 500);
        Unions unions = new Unions(4);
        unions.merge(0, 1, 0);
        link(weights, edges(weights, 0), unions);
        assertThat(clusters(unions, 4)).containsExactly(0, 0, 0, 3);
    }

    @Test
    void what_stands_between_is_not_crossed() {
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
            public void merge(int one, int two, int weight) {
                throw new AssertionError("merged across a fence");
            }
        };
        Linkage.link(2, edges(weights, 0), (one, two) -> weights[one][two], fenced, 500, -700);
        assertThat(clusters(unions, 2)).containsExactly(0, 1);
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
        int bound = random.nextInt(nodes);
        Unions straight = new Unions(nodes);
        Unions shuffled = new Unions(nodes);
        for (int node = 1; node < bound; node += 2) {
            straight.merge(node - 1, node, 0);
            shuffled.merge(node - 1, node, 0);
        }
        List<Linkage.Edge> edges = edges(weights, -300);
        List<Linkage.Edge> first = link(weights, edges, straight);
        Collections.shuffle(edges, random);
        assertThat(link(weights, edges, shuffled)).isEqualTo(first);
        assertThat(clusters(shuffled, nodes)).isEqualTo(clusters(straight, nodes));
    }
}
