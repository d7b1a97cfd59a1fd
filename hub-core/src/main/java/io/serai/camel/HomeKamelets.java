package io.serai.camel;

import io.serai.config.Suggestion;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Endpoint;
import org.apache.camel.component.kamelet.KameletComponent;

/** Camel's {@code kamelet:}, for the kamelets of the home only: nothing comes from the class path or from elsewhere. */
final class HomeKamelets extends KameletComponent {

    private static final Set<String> ENDS = Set.of("source", "sink");

    private final Set<String> names;

    /** @param names of the kamelets of the home, which are loaded */
    HomeKamelets(Set<String> names) {
        this.names = Set.copyOf(names);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        String name = remaining.replaceFirst("/.*", "");
        if (!ENDS.contains(name) && !names.contains(name)) {
            throw new RefusedException(
                    ("There is no kamelet \"" + name + "\" in kamelets/. " + Suggestion.hint(name, names)).strip());
        }
        if (parameters.containsKey("location")) {
            throw new RefusedException("A kamelet's location cannot be set: kamelets are files of the home.");
        }
        return super.createEndpoint(uri, remaining, parameters);
    }
}
