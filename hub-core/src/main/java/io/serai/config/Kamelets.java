package io.serai.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The kamelets of a home: each checked as a route is, and each use of one checked against its properties. */
final class Kamelets {

    private final Problems problems;
    private final Map<String, Optional<Kamelet>> byName = new LinkedHashMap<>();
    private final KameletUse use;

    Kamelets(Problems problems) {
        this.problems = problems;
        this.use = new KameletUse(byName, problems);
    }

    /**
     * Reads all kamelets, then checks their templates.
     *
     * @param values what routes may name
     * @param routes what checks the tree of a file of routes
     */
    void read(HomeFiles files, RouteValues values, Consumer<YamlNode> routes) {
        files.folder(Kamelet.FOLDER, Kamelet.FILE)
                .forEach(
                        (name, tree) -> byName.put(name, tree.flatMap(root -> KameletFile.read(name, root, problems))));
        byName.values().stream().flatMap(Optional::stream).forEach(kamelet -> {
            values.with(kamelet.properties().keySet()).check(kamelet.route());
            routes.accept(kamelet.route());
            new LossCheck(problems).gatherer(kamelet.route());
            RouteFile.read(kamelet.route()).forEach(this::template);
        });
    }

    /** The kamelets that a route uses. */
    void check(RouteOutline route) {
        endpoints(route, false);
    }

    /** What a route of records may not lose, its kamelets may not lose either. */
    private void template(RouteOutline route) {
        new LossCheck(problems).check(route);
        endpoints(route, true);
    }

    private void endpoints(RouteOutline route, boolean template) {
        use.check(route.from(), template);
        route.steps().forEach(step -> use.check(step, template));
    }
}
