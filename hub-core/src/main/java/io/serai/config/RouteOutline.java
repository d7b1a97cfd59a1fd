package io.serai.config;

import java.util.List;

/**
 * What a route of {@code routes/*.camel.yaml} says, read without Camel.
 *
 * @param id the route's id
 * @param file relative to the home
 * @param position where the id stands
 * @param from where it starts
 * @param steps every endpoint that its steps name, at any depth, in file order
 */
public record RouteOutline(String id, String file, Position position, RouteEndpoint from, List<RouteEndpoint> steps) {

    public RouteOutline {
        steps = List.copyOf(steps);
    }

    /** The steps that are {@code hub:KIND}. */
    public List<RouteEndpoint> hubSteps(String kind) {
        return steps.stream().filter(step -> step.isHub(kind)).toList();
    }
}
