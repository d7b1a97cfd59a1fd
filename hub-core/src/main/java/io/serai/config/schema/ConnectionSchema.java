package io.serai.config.schema;

import io.serai.connector.ConnectorFactory;
import io.serai.connector.SettingInfo;
import io.serai.connector.SettingShape;
import java.util.List;
import java.util.stream.Collectors;

/** A file of {@code config/connections}: what each installed connector must be told. */
final class ConnectionSchema {

    private ConnectionSchema() {}

    static Shape of(List<ConnectorFactory> connectors) {
        List<String> names =
                connectors.stream().map(connector -> connector.info().name()).toList();
        String known = connectors.stream()
                .map(connector ->
                        connector.info().name() + ": " + connector.info().description())
                .collect(Collectors.joining("\n"));
        Shape file = Shape.map()
                .means("One account of a connector.")
                .key("connector", Scalars.word(names).means("Which system it is.\n" + known))
                .key("settings", Shape.of("object").means("What the connector has to know."))
                .key("rate_limit", Scalars.rate().means("The most requests that the account allows."))
                .needs("connector");
        for (ConnectorFactory connector : connectors) {
            Shape then = Shape.any().key("settings", settings(connector.settings()));
            boolean needed = connector.settings().stream().anyMatch(SettingInfo::required);
            file.when(Shape.where("connector", connector.info().name()), needed ? then.needs("settings") : then);
        }
        return file;
    }

    private static Shape settings(List<SettingInfo> settings) {
        Shape shape = Shape.map();
        for (SettingInfo setting : settings) {
            shape.key(setting.name(), setting(setting));
            if (setting.required()) {
                shape.needs(setting.name());
            }
        }
        return shape;
    }

    private static Shape setting(SettingInfo setting) {
        String secret = setting.secret() ? " A secret: write \"{{env:NAME}}\"." : "";
        Shape shape = value(setting.shape()).means((setting.description() + secret).strip());
        return setting.defaultValue().isEmpty() ? shape : shape.usually(setting.defaultValue());
    }

    private static Shape value(SettingShape shape) {
        return switch (shape.kind()) {
            case TEXT -> Scalars.setting();
            case WHOLE -> Scalars.whole(Long.MIN_VALUE, Integer.MAX_VALUE);
            case NUMBER -> Scalars.number();
            case BOOLEAN -> Scalars.flag();
            case DURATION -> Scalars.duration();
            case ZONE -> Scalars.zone();
            case CHOICE -> Scalars.word(shape.choices());
            case LIST -> Scalars.oneOrMore(element(shape));
            case MAP -> Shape.of("object").open(element(shape));
            case RECORD -> settings(shape.inside());
            case ANY -> Shape.any();
        };
    }

    private static Shape element(SettingShape shape) {
        return shape.element().map(ConnectionSchema::value).orElseGet(Shape::any);
    }
}
