package io.serai.config.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is installed of Camel, and what it lets one write. Each description is read when it is first asked for. Not thread-safe.
 */
public final class CamelCatalog {

    /** The definition of what stands after a dash of {@code steps:}. */
    public static final String STEP = "org.apache.camel.model.ProcessorDefinition";

    private static final String SERVICES = "META-INF/services/org/apache/camel/";

    private final ClassLoader loader;
    private final Map<String, Optional<ComponentModel>> components = new HashMap<>();
    private final Map<String, Definition> definitions = new HashMap<>();
    private String schema;
    private Set<String> functions;

    /** Of the class path of the hub. */
    public CamelCatalog() {
        this(CamelCatalog.class.getClassLoader());
    }

    CamelCatalog(ClassLoader loader) {
        this.loader = loader;
    }

    /** The component of a scheme; empty when none is installed that describes itself. */
    public Optional<ComponentModel> component(String scheme) {
        return components.computeIfAbsent(scheme, name -> service("component/" + name)
                .flatMap(type -> text("META-INF/"
                        + type.substring(0, type.lastIndexOf('.')).replace('.', '/') + "/" + name + ".json"))
                .map(json -> ComponentReader.read(JsonValues.object(json, 0))));
    }

    /** Whether the component of a scheme is installed. */
    public boolean hasComponent(String scheme) {
        return service("component/" + scheme).isPresent();
    }

    /** Whether a data format is installed, by its name inside Camel, such as {@code jackson}. */
    public boolean hasDataFormat(String name) {
        return service("dataformat/" + name).isPresent();
    }

    /** Whether an expression language is installed. */
    public boolean hasLanguage(String name) {
        return service("language/" + name).isPresent();
    }

    /**
     * A definition of Camel's YAML.
     *
     * @param name such as {@link #STEP}
     * @return one without keys when there is none of that name
     */
    public Definition definition(String name) {
        Definition known = definitions.get(name);
        if (known == null) {
            int place = schema().indexOf("\"" + name + "\" : {");
            Map<String, Object> found =
                    place < 0 ? Map.of() : JsonValues.object(schema(), schema().indexOf('{', place));
            known = DefinitionReader.read(name, found, this::definition);
            definitions.put(name, known);
        }
        return known;
    }

    /** The names of Simple's functions, as they begin: {@code body}, {@code header}, {@code date}. */
    public Set<String> simpleFunctions() {
        if (functions == null) {
            String json = text("META-INF/org/apache/camel/language/simple/simple.json")
                    .orElseThrow();
            functions = JsonValues.map(JsonValues.object(json, 0).get("functions")).keySet().stream()
                    .map(name -> name.replaceFirst("[.(:].*", ""))
                    .collect(Collectors.toUnmodifiableSet());
        }
        return functions;
    }

    private String schema() {
        if (schema == null) {
            schema = text("schema/camelYamlDsl.json").orElseThrow();
        }
        return schema;
    }

    private Optional<String> service(String name) {
        return text(SERVICES + name).map(CamelCatalog::type);
    }

    private static String type(String service) {
        return service.lines()
                .filter(line -> line.startsWith("class="))
                .map(line -> line.substring("class=".length()).strip())
                .findFirst()
                .orElse("");
    }

    private Optional<String> text(String resource) {
        try (InputStream in = loader.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
