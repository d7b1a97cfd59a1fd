package io.serai.connector;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.GraphQLError;
import graphql.language.Document;
import graphql.parser.Parser;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;
import io.serai.config.ConnectorFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everything that the Shopify connector sends, against the schema that Shopify publishes. */
class ShopifySpecTest {

    private static GraphQLSchema schema;

    @BeforeAll
    static void readSchema() throws IOException {
        String sdl = Files.readString(Specs.file("shopify-admin-2026-07.graphql"));
        ParserOptions.setDefaultParserOptions(ParserOptions.newParserOptions()
                .maxCharacters(Integer.MAX_VALUE)
                .maxTokens(Integer.MAX_VALUE)
                .maxWhitespaceTokens(Integer.MAX_VALUE)
                .build());
        schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(sdl));
    }

    @Test
    void every_query_and_mutation_is_one_that_shopify_accepts() {
        ConnectorDefinition definition =
                new ConnectorFile().read(Fixtures.folder("shopify").resolve("connector.yaml"));
        List<String> queries = new ArrayList<>();
        queries.add(query(definition.http().check().get(), Scope.of("settings", Map.of())));
        queries.add(query(definition.http().scopes().get().request(), Scope.of("settings", Map.of())));
        for (StreamDefinition stream : definition.streams()) {
            stream.read().ifPresent(read -> queries.add(query(read.request(), Scope.of("settings", Map.of()))));
            stream.writes().values().forEach(write -> queries.add(query(write.request(), twoRows(write))));
            stream.tag().ifPresent(tag -> queries.add(query(tag.request(), twoRows(tag))));
        }

        assertThat(queries).hasSize(8);
        assertThat(queries).allSatisfy(query -> assertThat(problems(query)).isEmpty());
    }

    @Test
    void the_schema_does_refuse_what_shopify_does_not_have() {
        assertThat(problems("{ customers(first: 1) { nodes { shoe_size } } }")).isNotEmpty();
        assertThat(problems("mutation($id: ID!) { tagsRemove(id: $id) { userErrors { message } } }"))
                .isNotEmpty();
        assertThat(problems("query($f: Int) { orders(first: 1, query: $f) { nodes { id } } }"))
                .isNotEmpty();
    }

    private static Scope twoRows(WriteDefinition write) {
        Scope row = Scope.of("settings", Map.of())
                .with("match", "ada@bramble.test")
                .with("remote_id", "gid://shopify/Customer/1")
                .with("tag", "vip")
                .with("fields", Map.of("first_name", "Ada", "phone", "+447700900112"));
        return Rows.gather(Scope.of("settings", Map.of()), write, List.of(row.with("index", 0), row.with("index", 1)));
    }

    private static String query(RequestTemplate request, Scope scope) {
        return ((Map<?, ?>) request.body().get().fill(scope)).get("query").toString();
    }

    private static List<GraphQLError> problems(String query) {
        Document document = new Parser().parseDocument(query);
        return List.copyOf(new Validator().validateDocument(schema, document, Locale.ENGLISH));
    }
}
