package io.serai.config;

import io.serai.record.Mapping;
import io.serai.record.StreamName;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mappings that routes and kamelets ingest with, wherever they name them. Not thread-safe. */
final class Ingests {

    private static final Pattern INGEST = Pattern.compile("\\bhub:/*ingest/([\\w-]*)([{$]?)");
    private static final Pattern OPEN = Pattern.compile("^\\s*(hub:/*)?(\\{\\{|\\$\\{).*", Pattern.DOTALL);

    private final Set<String> names = new HashSet<>();
    private boolean open;

    /** Looks through a file of routes. */
    void see(YamlNode tree) {
        see("", tree);
    }

    private void see(String key, YamlNode node) {
        if (node instanceof YamlMap map) {
            map.entries().forEach(entry -> see(entry.key(), entry.value()));
        } else if (node instanceof YamlList list) {
            list.items().forEach(item -> see(key, item));
        } else {
            scalar(key, ((YamlScalar) node).written());
        }
    }

    private void scalar(String key, String text) {
        Matcher ingest = INGEST.matcher(text);
        while (ingest.find()) {
            names.add(ingest.group(1));
            open |= !ingest.group(2).isEmpty();
        }
        open |= Set.of("uri", "to", "toD").contains(key) && OPEN.matcher(text).matches();
    }

    /**
     * Warns about each mapping that no route ingests with, unless an address that only a run fills in may name it.
     *
     * @param mappings into the hub, without a mistake
     * @param uses where they name their streams, by the name of the mapping
     * @param known the connections: records of others come by other components, which is said elsewhere
     */
    void missing(
            Collection<Mapping> mappings, Map<String, StreamUse> uses, Collection<String> known, Problems problems) {
        for (Mapping mapping : mappings) {
            StreamName stream = mapping.from();
            StreamUse use = uses.get(mapping.name());
            boolean told = !known.contains(stream.connection())
                    || problems.hasErrors(use.position().file());
            if (!open && !told && !names.contains(mapping.name())) {
                problems.warning(
                        use.position(),
                        "No route brings records to this mapping.",
                        "Add a route from hub:pull/" + stream + " to hub:ingest/" + mapping.name() + ".");
            }
        }
    }
}
