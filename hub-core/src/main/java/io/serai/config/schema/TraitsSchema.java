package io.serai.config.schema;

import io.serai.profile.TraitDefinition.Function;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code config/traits.yaml}. */
final class TraitsSchema {

    private static final String EVENT = "^[^.]+$";
    private static final String PROPERTY = "^[^.]+\\.(?!$)";
    private static final String NO_TIME = "^[^.]+\\.(?!$|time$)";

    private TraitsSchema() {}

    static Shape of(HomeNames names) {
        return Shape.any()
                .with("type", List.of("object", "null"))
                .means("What is computed from people's orders and events, by name.")
                .with("propertyNames", MappingSchema.traitName())
                .open(trait(names));
    }

    private static Shape trait(HomeNames names) {
        List<String> functions = Arrays.stream(Function.values())
                .map(function -> function.name().toLowerCase(Locale.ROOT))
                .toList();
        Shape trait = Shape.map();
        functions.forEach(function -> trait.key(function, source(function, names)));
        Shape where = Shape.of("object").means("Only those whose properties have these values.");
        names.properties()
                .forEach(property -> where.key(property.substring(property.indexOf('.') + 1), Scalars.scalar()));
        return trait.key("within", Scalars.duration().means("Only those of this long until now."))
                .key("since", Scalars.moment().means("Only those since then."))
                .key("where", where.open(Scalars.scalar()))
                .exactlyOne(functions);
    }

    private static Shape source(String function, HomeNames names) {
        boolean event = function.equals("count");
        boolean number = List.of("sum", "average").contains(function);
        List<String> known = new ArrayList<>(event ? names.events() : names.properties());
        known.removeIf(name -> number && name.endsWith(".time"));
        Shape written = Scalars.text(event ? EVENT : number ? NO_TIME : PROPERTY);
        Shape source = known.isEmpty() ? written : Shape.anyOf(Shape.any().with("enum", known), written);
        return source.means(
                event
                        ? "How many: the name of an event."
                        : "The " + function.replace('_', ' ') + " of a property of an event, such as order.total.");
    }
}
