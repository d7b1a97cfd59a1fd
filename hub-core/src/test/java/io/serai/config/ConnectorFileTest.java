package io.serai.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.spi.Op;
import io.serai.spi.Stream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConnectorFileTest {

    private static final String GOOD = """
            name: mail
            title: Mail
            settings: { key: { required: true, secret: true }, list: { default: main } }
            http: { base: "https://api.mail.test/v1", headers: { X-Key: "{settings.key}" } }
            streams:
              people:
                kind: person
                key: id
                match: email
                consent: email
                fields: { id: id, email: email, born: { role: birth_date, description: The day. }, tags: list }
                read:
                  get: "/lists/{settings.list}/people"
                  query: { since: "{since}" }
                  records: people
                  since: { field: changed, overlap: 5m }
                write:
                  batch: 50
                  insert: { post: /people, body: { rows: "{rows}" }, row: { mail: "{match}" } }
                  update: { patch: "/people/{remote_id}", body: "{fields}" }
            """;

    @Test
    void a_stream_is_told_to_the_hub_as_its_file_says() {
        Stream stream =
                ConnectorFile.read("connector.yaml", bytes(GOOD), new Problems())
                        .orElseThrow()
                        .streams()
                        .get(0)
                        .stream();

        assertThat(stream.kind()).isEqualTo(Stream.Kind.PERSON);
        assertThat(stream.read()).contains(Stream.ReadMode.INCREMENTAL);
        assertThat(stream.operations()).containsExactlyInAnyOrder(Op.INSERT, Op.UPDATE, Op.UPSERT);
        assertThat(stream.batchSize()).isEqualTo(50);
        assertThat(stream.consent()).contains("email");
        assertThat(stream.field("born").orElseThrow().description()).isEqualTo("The day.");
    }

    @Test
    void mistakes_are_named_with_their_place_and_what_was_meant() {
        assertMistake("{settings.list}", "{settings.lst}", "connector.yaml:13:12", "Did you mean \"settings.list\"?");
        assertMistake(
                "{ since: \"{since}\" }", "{ since: \"{match}\" }", "connector.yaml:14:23", "has no meaning here");
        assertMistake("kind: person", "kind: persn", "connector.yaml:7:11", "Did you mean \"person\"?");
        assertMistake("overlap: 5m", "overlap: five", "connector.yaml:16:41", "a duration");
        assertMistake("email: email", "email: emial", "connector.yaml:11:30", "neither a role nor a type");
        assertMistake("records: people", "recrds: people", "connector.yaml:15:7", "Did you mean \"records\"?");
        assertMistake("    match: email\n", "", "connector.yaml:7:5", "has no \"match\"");
        assertMistake("get: \"", "fetch: \"", "connector.yaml:13:7", "no request");
        assertMistake(
                "records: people",
                "records: people\n      needs: read_people",
                "connector.yaml:6:3",
                "Add \"scopes:\" to http:.");
        assertMistake("name: mail", "name: My Mail", "connector.yaml:1:7", "lower-case letters");
    }

    @Test
    void personal_data_and_secrets_never_belong_into_an_address() {
        assertMistake(
                "/people/{remote_id}", "/people/{match}", "connector.yaml:20:24", "personal data into an address");
        assertMistake(
                "/people/{remote_id}",
                "/people/{fields.email}",
                "connector.yaml:20:24",
                "name the object by {remote_id}");
        assertMistake(
                "{ since: \"{since}\" }",
                "{ key: \"{settings.key}\" }",
                "connector.yaml:13:12",
                "a secret into an address");
    }

    private static void assertMistake(String right, String wrong, String place, String words) {
        Problems problems = new Problems();
        String file = GOOD.replace(right, wrong);
        assertThat(file).isNotEqualTo(GOOD);

        assertThat(ConnectorFile.read("connector.yaml", bytes(file), problems)).isEmpty();
        assertThat(problems.sorted().stream().map(Problem::toString))
                .anySatisfy(problem -> assertThat(problem).startsWith(place).contains(words));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
