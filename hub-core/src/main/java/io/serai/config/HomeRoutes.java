package io.serai.config;

import io.serai.config.catalog.CamelCatalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of {@code routes/} and {@code kamelets/}: each for itself, and what they say of each other. Used once. */
final class HomeRoutes {

    private final Problems problems;
    private final RouteComponents allowed;
    private final RouteValues values;
    private final RouteCheck check;
    private final Ingests ingests;
    private final CamelCatalog catalog = new CamelCatalog();
    private final ComponentCheck components;
    private final Kamelets kamelets;
    private final List<RouteOutline> routes = new ArrayList<>();
    private final Map<String, RouteOutline> byId = new HashMap<>();

    HomeRoutes(RouteComponents allowed, RouteValues values, RouteCheck check, Ingests ingests, Problems problems) {
        this.allowed = allowed;
        this.values = values;
        this.check = check;
        this.ingests = ingests;
        this.problems = problems;
        this.components = new ComponentCheck(catalog, allowed.names(), problems);
        this.kamelets = new Kamelets(problems);
    }

    /** All routes, right or wrong, that have an id and a start. */
    List<RouteOutline> read(HomeFiles files) {
        kamelets.read(files, values, this::steps);
        boolean all = true;
        for (Optional<YamlNode> tree : files.folder("routes", HomeFiles.ROUTE).values()) {
            tree.ifPresent(this::file);
            all &= tree.isPresent();
        }
        if (all) {
            components.finish();
        }
        return List.copyOf(routes);
    }

    private void file(YamlNode tree) {
        values.check(tree);
        steps(tree);
        for (RouteOutline route : RouteFile.read(tree)) {
            RouteOutline first = byId.putIfAbsent(route.id(), route);
            if (first != null && !first.file().equals(route.file())) {
                problems.error(
                        route.position(),
                        "The route id \"" + route.id() + "\" is already in " + first.file() + ".",
                        "Ids are unique in a home.");
            }
            check.check(route);
            kamelets.check(route);
            routes.add(route);
        }
    }

    /** What the routes of a file may do. */
    private void steps(YamlNode tree) {
        ingests.see(tree);
        RouteSafety.check(tree, allowed, problems);
        new StepCheck(catalog, components, problems).check(tree);
        new AggregationCheck(problems).check(tree);
        new LossCheck(problems).handlers(tree);
        new LossCheck(problems).gatherers(tree);
    }
}
