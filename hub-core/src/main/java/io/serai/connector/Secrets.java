package io.serai.connector;

import io.serai.spi.Setting;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the secrets in a settings record, however deep. */
final class Secrets {

    private final Set<String> found = new TreeSet<>();

    private Secrets() {}

    static Set<String> of(Record settings) {
        Secrets secrets = new Secrets();
        secrets.look(settings, false);
        return secrets.found;
    }

    private void look(Object value, boolean secret) {
        if (value instanceof Record inside) {
            for (RecordComponent component : inside.getClass().getRecordComponents()) {
                Setting setting = component.getAnnotation(Setting.class);
                look(read(component, inside), secret || setting != null && setting.secret());
            }
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(inside -> look(inside, secret));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(inside -> look(inside, secret));
        } else if (value instanceof Collection<?> items) {
            items.forEach(inside -> look(inside, secret));
        } else if (secret && value != null) {
            found.add(value.toString());
        }
    }

    private static Object read(RecordComponent component, Record owner) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new InvalidConnectorException(
                    "The settings record " + owner.getClass().getName() + " cannot be read by the hub: make it public.",
                    e);
        }
    }
}
