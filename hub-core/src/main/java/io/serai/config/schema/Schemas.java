package io.serai.config.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.serai.config.ConnectorCatalog;
import io.serai.config.HubConfig;
import io.serai.config.RouteComponents;
import io.serai.connector.ConnectorFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One JSON Schema for each kind of file of a home, of draft 7, which editors know best. They refuse what {@code hub check} refuses in
 * one file alone; the names that files use of each other are offered and not demanded. Immutable.
 */
public final class Schemas {

    /** The folder in the home that the first lines of files point at. */
    public static final String FOLDER = "schemas";

    private final Map<String, Map<String, Object>> byName = new LinkedHashMap<>();

    /**
     * Makes the schemas of a home.
     *
     * @param config what its files say
     * @param connectors what is installed, for the streams of its connections
     * @param factories the installed connectors, for their settings
     */
    public Schemas(HubConfig config, ConnectorCatalog connectors, List<ConnectorFactory> factories) {
        HomeNames names = HomeNames.of(config, connectors);
        add("hub", "config/hub.yaml", HubFileSchema.of());
        add("connection", "config/connections", ConnectionSchema.of(factories));
        add("identity", "config/identity.yaml", IdentitySchema.of(names));
        add("mapping", "config/mappings", MappingSchema.of(names));
        add("traits", "config/traits.yaml", TraitsSchema.of(names));
        add("segment", "config/segments", SegmentSchema.of(names));
        Set<String> schemes = RouteComponents.of(config.home()).names();
        add("route", "routes", RouteSchema.of(names, schemes));
        add("kamelet", "kamelets", RouteSchema.kamelet(names, schemes));
        add("connector", "connector.yaml", ConnectorSchema.of());
    }

    private void add(String name, String title, Shape shape) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", title);
        schema.putAll(shape.json());
        byName.put(name, schema);
    }

    /** The kinds of files. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** The schema of one kind of file, as JSON. */
    public String json(String name) {
        ObjectWriter writer = new ObjectMapper().writerWithDefaultPrettyPrinter();
        try {
            return writer.writeValueAsString(byName.get(name)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The schema \"" + name + "\" cannot be written", e);
        }
    }

    /**
     * Writes all of them, each at once, so that an editor never reads half a schema.
     *
     * @param folder made when it is absent
     * @return the files
     */
    public List<Path> write(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (String name : byName.keySet()) {
            Path file = folder.resolve(name + ".json");
            Path fresh = folder.resolve(name + ".json.new");
            Files.writeString(fresh, json(name));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            files.add(file);
        }
        return files;
    }

    /**
     * The first line of a file, by which editors find its schema.
     *
     * @param name the kind of file
     * @param file where it lies, relative to the home
     */
    public static String line(String name, String file) {
        long up = file.chars().filter(letter -> letter == '/').count();
        return "# yaml-language-server: $schema=" + "../".repeat((int) up) + FOLDER + "/" + name + ".json\n";
    }
}
