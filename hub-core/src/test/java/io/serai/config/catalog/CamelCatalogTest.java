package io.serai.config.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.config.catalog.ComponentModel.OptionModel;
import io.serai.config.catalog.ComponentModel.Side;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CamelCatalogTest {

    private final CamelCatalog catalog = new CamelCatalog();

    @Test
    void an_installed_component_tells_its_options() {
        ComponentModel file = catalog.component("file").orElseThrow();

        assertThat(file.syntax()).isEqualTo("file:directoryName");
        assertThat(file.side()).isEqualTo(Side.BOTH);
        assertThat(file.requiredParts()).extracting(OptionModel::name).containsExactly("directoryName");
        assertThat(file.option("fileExist").orElseThrow().choices()).contains("Append", "Override");
        assertThat(file.option("fileExist").orElseThrow().side()).isEqualTo(Side.TO);
        assertThat(file.option("readLock").orElseThrow().side()).isEqualTo(Side.FROM);
        assertThat(file.option("scheduler.cron")).isPresent();
        assertThat(file.option("noSuch")).isEmpty();
    }

    @Test
    void a_scheme_that_another_component_serves_too_is_found() {
        assertThat(catalog.component("https").orElseThrow().lenient()).isTrue();
        assertThat(catalog.component("sftp").orElseThrow().syntax()).startsWith("sftp:host");
        assertThat(catalog.component("timer").orElseThrow().side()).isEqualTo(Side.FROM);
    }

    @Test
    void what_is_not_installed_is_absent() {
        assertThat(catalog.component("kafka")).isEmpty();
        assertThat(catalog.hasLanguage("jq")).isFalse();
        assertThat(catalog.hasLanguage("simple")).isTrue();
        assertThat(catalog.hasDataFormat("jackson")).isTrue();
        assertThat(catalog.definition("org.apache.camel.model.NoSuchDefinition").keys())
                .isEmpty();
    }

    @Test
    void a_step_tells_its_keys_and_those_of_its_expression() {
        String name = catalog.definition(CamelCatalog.STEP)
                .keys()
                .get("split")
                .definition()
                .orElseThrow();
        Definition split = catalog.definition(name);

        assertThat(split.holdsExpression()).isTrue();
        assertThat(split.keys()).containsKeys("simple", "tokenize", "expression", "steps", "streaming");
        assertThat(split.keys().get("streaming").type()).isEqualTo("boolean");
        assertThat(split.keys().get("steps").list()).isTrue();
        assertThat(split.keys().get("steps").definition()).contains(CamelCatalog.STEP);
        assertThat(split.choices()).singleElement().satisfies(choice -> assertThat(choice)
                .containsAll(Set.of("simple", "expression")));
        assertThat(catalog.definition("org.apache.camel.model.ToDefinition").text())
                .isTrue();
        assertThat(catalog.definition("org.apache.camel.model.ToDefinition").required())
                .containsExactly("uri");
    }

    @Test
    void simples_functions_are_known_by_how_they_begin() {
        assertThat(catalog.simpleFunctions()).contains("body", "header", "date", "properties", "uuid");
    }
}
