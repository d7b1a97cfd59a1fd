package io.serai.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.connector.ConnectorRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The repository is a home itself, checked here against the connectors that are really there. */
final class RepositoryHomeTest {

    private final Path root = Path.of("..").toAbsolutePath().normalize();
    private final InstalledConnectors connectors =
            new InstalledConnectors(ConnectorRegistry.load(Optional.of(root), root, new ConnectorFile()::read), root);

    @Test
    void the_repository_is_a_home_without_a_mistake() {
        assertThat(Files.exists(root.resolve("config/hub.yaml"))).isTrue();

        Checked checked = new Checker(root, Map.of(), connectors).check();

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.config().routes()).isNotEmpty();
        assertThat(checked.config().connections().values()).isNotEmpty().allSatisfy(connection -> assertThat(
                        connectors.streams(connection))
                .as(connection.name())
                .isPresent());
    }

    @Test
    void the_connectors_of_the_repository_are_installed() {
        assertThat(connectors.connectors()).contains("files", "jdbc", "shopify", "mailchimp");
    }
}
