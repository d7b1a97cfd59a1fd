package io.serai.config.schema;

import io.serai.config.HubEndpoints;
import io.serai.config.HubEndpoints.Kind;
import io.serai.config.HubEndpoints.Place;
import io.serai.config.RouteSafety;
import io.serai.config.RouteVocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A file of {@code routes/}, and the template of a kamelet: Camel's own schema, cut to what a route of the hub may use, with the endpoints of {@code hub:} and the
 * options of the installed components. Used once.
 */
final class RouteSchema {

    private static final Map<String, String> TOP = Map.of(
            "route", CamelYaml.name("RouteDefinition"),
            "routeConfiguration", CamelYaml.name("RouteConfigurationDefinition"),
            "onException", CamelYaml.name("OnExceptionDefinition"),
            "errorHandler", "org.apache.camel.dsl.yaml.deserializers.ErrorHandlerDeserializer");

    private static final List<String> STEPS_WITH_ENDPOINT =
            List.of("ToDefinition", "ToDynamicDefinition", "WireTapDefinition", "PollDefinition");

    private final HubOptions hub;
    private final Set<String> schemes;
    private final CamelOptions options = new CamelOptions();
    private final Map<String, Object> definitions = new LinkedHashMap<>();

    private RouteSchema(HomeNames names, Set<String> schemes) {
        this.hub = new HubOptions(names);
        this.schemes = new TreeSet<>(schemes);
    }

    /**
     * @param schemes the components that the home's routes may use
     */
    static Shape of(HomeNames names, Set<String> schemes) {
        return new RouteSchema(names, schemes).file();
    }

    /**
     * A file of {@code kamelets/}.
     *
     * @param schemes the components that its template may use
     */
    static Shape kamelet(HomeNames names, Set<String> schemes) {
        RouteSchema camel = new RouteSchema(names, schemes);
        camel.define();
        Shape from = Shape.reference(CamelYaml.name("FromDefinition"));
        Shape route = Shape.reference("a kamelet's route");
        Map<String, Object> routeOfTemplate =
                new LinkedHashMap<>(CamelYaml.map(camel.definitions.get(TOP.get("route"))));
        routeOfTemplate.put("required", List.of("from"));
        camel.definitions.put("a kamelet's route", routeOfTemplate);
        return KameletSchema.of(Shape.map()
                        .key("from", from)
                        .key("route", route)
                        .exactlyOne(List.of("from", "route"))
                        .means("A route: from kamelet:source it is a step, to kamelet:sink it is a start."))
                .with("definitions", camel.definitions);
    }

    private Shape file() {
        define();
        Shape item = Shape.map().with("minProperties", 1).with("maxProperties", 1);
        for (String top : RouteVocabulary.topLevel()) {
            item.key(top, Shape.reference(TOP.get(top)));
        }
        return Shape.any()
                .with("type", List.of("array", "null"))
                .means("Routes: when, from where, to where. What a field means stands in config/.")
                .with("items", item)
                .with("definitions", definitions);
    }

    private void define() {
        definitions.put("text", text().json());
        definitions.put("flag", Scalars.flag().json());
        definitions.put("filled in", Scalars.placeholder().json());
        Map<String, Object> camel = CamelYaml.read().reachable(List.copyOf(TOP.values()));
        route(camel);
        endpoints(camel, "FromDefinition", Place.FROM);
        STEPS_WITH_ENDPOINT.forEach(step -> endpoints(camel, step, Place.TO));
        deadLetter(camel);
        definitions.putAll(camel);
        parameters(Place.FROM);
        parameters(Place.TO);
    }

    /** Text that does not let a route run code. */
    private static Shape text() {
        String anywhere = RouteSafety.refusedTexts().stream()
                .filter(text -> text.matches("[#$+].*"))
                .map(RouteSchema::quoted)
                .collect(Collectors.joining("|"));
        String first = RouteSafety.refusedTexts().stream()
                .filter(text -> !text.matches("[#$+].*"))
                .map(RouteSchema::quoted)
                .collect(Collectors.joining("|"));
        return Scalars.scalar().with("pattern", "^(?!\\s*(" + first + "))(?![\\s\\S]*(" + anywhere + "))");
    }

    private static String quoted(String text) {
        return text.replaceAll("[$.{}()+]", "\\\\$0");
    }

    private static void route(Map<String, Object> camel) {
        Map<String, Object> route = new LinkedHashMap<>(CamelYaml.map(camel.get(TOP.get("route"))));
        Map<String, Object> properties = new LinkedHashMap<>(CamelYaml.map(route.get("properties")));
        properties.put(
                "id",
                Scalars.text()
                        .means("Runs are listed by it; unique in the home.")
                        .json());
        route.put("properties", properties);
        route.put("required", List.of("id", "from"));
        camel.put(TOP.get("route"), route);
    }

    /** A definition with {@code uri} and {@code parameters}, in itself or in one of its forms. */
    private void endpoints(Map<String, Object> camel, String name, Place place) {
        String suffix = place == Place.FROM || name.startsWith("Poll") ? "from" : "to";
        Map<String, Object> definition = new LinkedHashMap<>(CamelYaml.map(camel.get(CamelYaml.name(name))));
        if (definition.containsKey("properties")) {
            definition = endpoint(definition, place, suffix);
        }
        if (definition.containsKey("oneOf")) {
            List<Object> forms = new ArrayList<>();
            for (Object form : CamelYaml.list(definition.get("oneOf"))) {
                Map<String, Object> schema = CamelYaml.map(form);
                forms.add(
                        schema.containsKey("properties")
                                ? endpoint(schema, place, suffix)
                                : uri(place, true).json());
            }
            definition.put("oneOf", forms);
        }
        camel.put(CamelYaml.name(name), definition);
    }

    private Map<String, Object> endpoint(Map<String, Object> schema, Place place, String suffix) {
        Map<String, Object> endpoint = new LinkedHashMap<>(schema);
        Map<String, Object> properties = new LinkedHashMap<>(CamelYaml.map(schema.get("properties")));
        properties.put("uri", uri(place, false).json());
        endpoint.put("properties", properties);
        endpoint.put("allOf", List.of(Shape.reference("parameters " + suffix).json()));
        return endpoint;
    }

    private void deadLetter(Map<String, Object> camel) {
        String name = CamelYaml.name("errorhandler.DeadLetterChannelDefinition");
        Map<String, Object> definition = new LinkedHashMap<>(CamelYaml.map(camel.get(name)));
        Map<String, Object> properties = new LinkedHashMap<>(CamelYaml.map(definition.get("properties")));
        properties.put("deadLetterUri", uri(Place.TO, false).json());
        definition.put("properties", properties);
        camel.put(name, definition);
    }

    /** @param alone whether the URI is all that is said, so that what must be said stands in its query */
    private Shape uri(Place place, boolean alone) {
        Set<String> others = new TreeSet<>(schemes);
        others.remove("hub");
        List<String> offered = new ArrayList<>(hub.known(place));
        if (alone) {
            offered.removeIf(uri -> uri.startsWith("hub:push/"));
        }
        Shape other = Shape.of("string").with("pattern", "^(" + String.join("|", others) + ")(:|$)");
        Shape ours = Shape.of("string").with("pattern", hub.pattern(place));
        if (alone) {
            ours.with("not", Shape.any().with("pattern", "^hub:/*push/(?!.*[?&]mapping=)"));
        }
        return Shape.any()
                .with("anyOf", List.of(Shape.any().with("enum", offered).json(), ours.json(), other.json()))
                .with("allOf", List.of(Shape.reference("text").json()))
                .means(
                        place == Place.FROM
                                ? "Where data comes from: hub:pull/{connection}/{stream}, hub:segment/{segment}, hub:profiles, or a component of Camel."
                                : "Where data goes: hub:ingest/{mapping}, hub:push/{connection}/{stream}, or a component of Camel.");
    }

    /** What each URI can be told, chosen by how it begins. */
    private void parameters(Place place) {
        Shape chosen = Shape.any();
        for (Kind kind : HubEndpoints.kinds()) {
            if (kind.place() == place) {
                String name = "hub:" + kind.name();
                definitions.put(name, hub.parameters(kind).json());
                chosen.when(uriLike(HubOptions.pattern(kind)), parametersOf(name));
            }
        }
        if (place == Place.TO) {
            Shape untag = Shape.any()
                    .needs("mapping")
                    .when(Shape.where("on_leave", "untag"), Shape.any().needs("tag"));
            chosen.when(
                    uriLike("^hub:/*push/[^?]*$"),
                    Shape.any().needs("parameters").key("parameters", untag));
        }
        boolean from = place == Place.FROM;
        for (String scheme : schemes) {
            if (!scheme.equals("hub")) {
                options.of(scheme, from).ifPresent(shape -> {
                    String name = scheme + (from ? ": from" : ": to");
                    definitions.put(name, shape.json());
                    chosen.when(uriLike("^" + scheme + "(:|$)"), parametersOf(name));
                });
            }
        }
        definitions.put(from ? "parameters from" : "parameters to", chosen.json());
    }

    private static Shape uriLike(String pattern) {
        return Shape.any()
                .key("uri", Shape.of("string").with("pattern", pattern))
                .needs("uri");
    }

    private static Shape parametersOf(String definition) {
        return Shape.any().key("parameters", Shape.reference(definition));
    }
}
