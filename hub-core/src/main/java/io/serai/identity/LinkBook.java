package io.serai.identity;

import java.util.ArrayList;
import java.util.List;

/** What was linked, and who was refused when somebody asks for that. */
final class LinkBook {

    private final Nodes nodes;
    private final boolean explained;
    private final List<Link> links = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    LinkBook(Nodes nodes, boolean explained) {
        this.nodes = nodes;
        this.explained = explained;
    }

    /** @param value that both bear; null when a person joined them */
    void link(int left, int right, Identifier value) {
        links.add(new Link(id(left), id(right), value));
    }

    void like(int left, int right, int weight) {
        links.add(new Link(id(left), id(right), null, weight));
    }

    void refuse(int left, int right, Identifier value, Refusal.Why why, String limit) {
        if (explained) {
            refusals.add(new Refusal(id(left), id(right), value, why, limit));
        }
    }

    long id(int member) {
        return nodes.signature(member).id();
    }

    /** What holds the clusters together, as few links as do. */
    List<Link> links() {
        return links;
    }

    List<Refusal> refusals() {
        return refusals;
    }
}
