package io.serai.config.schema;

import io.serai.connector.SettingTypes;
import io.serai.spi.ConnectorException;
import io.serai.spi.Field;
import io.serai.spi.Op;
import io.serai.spi.Stream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A {@code connector.yaml}: a connector that needs no Java. */
final class ConnectorSchema {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private ConnectorSchema() {}

    static Shape of() {
        return Shape.map()
                .means("A connector in YAML: values are put in, nothing is computed.")
                .key(
                        "name",
                        Scalars.text("^[a-z][a-z0-9-]*$").means("As connections name it: lower case, digits, dashes."))
                .key("title", Scalars.text().means("The system's name as people write it."))
                .key(
                        "version",
                        Scalars.text().means("The connector's own version.").usually("1.0.0"))
                .key("description", Scalars.text().means("One sentence."))
                .key("settings", settings())
                .key("http", http())
                .key("streams", Shape.of("object").open(stream()).means("The kinds of objects, by name."))
                .needs("name", "title", "http", "streams");
    }

    private static Shape settings() {
        return Shape.of("object")
                .means("What a connection must say.")
                .with("propertyNames", Shape.any().with("pattern", "^[a-z][a-z0-9_]*$"))
                .open(Shape.map()
                        .key("type", Scalars.word(SettingTypes.names()).usually("text"))
                        .key("description", Scalars.text().means("One sentence for whoever sets it."))
                        .key("required", Scalars.flag().usually(false))
                        .key("secret", Scalars.flag().means("Never printed.").usually(false))
                        .key("default", Scalars.text().means("May name settings: {settings.store}.")));
    }

    private static Shape http() {
        return Shape.map()
                .means("Where the system is and how to log in.")
                .key("base", Shape.any().means("What every path is put behind."))
                .key("hosts", Scalars.oneOrMore(Scalars.scalar()).means("Further hosts that may be reached."))
                .key("headers", Shape.of("object").means("Sent with every request."))
                .key("auth", auth())
                .key("rate_limit", Scalars.rate().means("The most requests when the connection does not say."))
                .key("message", Scalars.oneOrMore(Scalars.text()).means("Where an answer says in words what is wrong."))
                .key("errors", Scalars.oneOrMore(error()).means("What a failure means and what to do."))
                .key("check", request(Shape.map()).means("A request that succeeds when the account is right."))
                .key("scopes", inventory().means("Where the system lists what its credentials may do."))
                .needs("base");
    }

    /** A request for what there is, and what is said of a name that is missing. */
    private static Shape inventory() {
        return request(Shape.map())
                .key("names", Scalars.text().means("Where the names stand in the answer."))
                .key("say", Shape.any().means("The sentence; {missing} is the name."))
                .needs("names", "say");
    }

    private static Shape scopes() {
        return Scalars.oneOrMore(Scalars.text()).means("The scopes that the credentials need for it.");
    }

    private static Shape auth() {
        Shape basic = Shape.map()
                .key("user", Shape.any())
                .key("password", Shape.any())
                .needs("user");
        Shape oauth = Shape.map()
                .key("token_url", Shape.any())
                .key("grant", Scalars.word(List.of("client_credentials", "refresh_token")))
                .key("client_in", Scalars.word(List.of("body", "header")).usually("body"))
                .needs("token_url", "grant", "client_id")
                .when(Shape.where("grant", "refresh_token"), Shape.any().needs("refresh_token"));
        for (String key : List.of("client_id", "client_secret", "refresh_token", "scope", "audience")) {
            oauth.key(key, Shape.any());
        }
        return Shape.map()
                .means("How to log in; a token in a header belongs into headers:.")
                .key("basic", basic)
                .key("oauth2", oauth)
                .exactlyOne(List.of("basic", "oauth2"));
    }

    private static Shape error() {
        return Shape.map()
                .key("status", Scalars.whole(200, 499))
                .key("at", Scalars.text().means("Where in the answer it is recognised."))
                .key("is", Scalars.text().means("What stands there."))
                .key("kind", Scalars.word(words(ConnectorException.Kind.values())))
                .key("retry_after", Scalars.duration())
                .key("say", Shape.any().means("The sentence; {message} is the vendor's."))
                .with("anyOf", List.of(Map.of("required", List.of("status")), Map.of("required", List.of("at"))));
    }

    private static Shape request(Shape shape) {
        METHODS.forEach(method -> shape.key(method, Shape.any().means("The path, behind the base.")));
        return shape.key("query", Shape.of("object"))
                .key("headers", Shape.of("object"))
                .key("body", Shape.any())
                .with(
                        "anyOf",
                        METHODS.stream()
                                .map(method -> Shape.any().needs(method).json())
                                .toList());
    }

    private static Shape stream() {
        return Shape.map()
                .key("kind", Scalars.word(words(Stream.Kind.values())).means("What its objects are."))
                .key("key", Scalars.text().means("Where an object's key stands."))
                .key("match", Scalars.text().means("The field by which a destination finds a person."))
                .key("consent", Scalars.text().means("The channel that a person must have granted to be sent here."))
                .key("fields", fields())
                .key("read", read())
                .key("write", write())
                .needs("kind", "key")
                .when(Shape.any().needs("write"), Shape.any().needs("match"));
    }

    private static Shape fields() {
        List<String> roles = words(Field.Role.values());
        List<String> types = words(Field.Type.values());
        List<String> either = new ArrayList<>(roles);
        either.addAll(types);
        return Shape.of("object")
                .means("What its objects hold: a role, a type, or both.")
                .open(Shape.anyOf(
                        Shape.any().with("enum", either),
                        Shape.map()
                                .key("role", Scalars.word(roles))
                                .key("type", Scalars.word(types))
                                .key("description", Scalars.text())));
    }

    private static Shape read() {
        return request(Shape.map())
                .key("records", Scalars.text().means("Where in an answer the objects stand."))
                .key("pages", Shape.anyOf(Shape.any().with("enum", List.of("link")), pages()))
                .key("since", since())
                .key("unwrap", Scalars.oneOrMore(Scalars.text()))
                .key("truncated", Scalars.text().means("Where an object says that it is not whole."))
                .key("needs", scopes())
                .needs("records");
    }

    private static Shape pages() {
        return Shape.map()
                .key("token", Scalars.text().means("Where the next page's token stands."))
                .key("url", Scalars.text().means("Where the next page's address stands."))
                .key("number", Scalars.whole(0, 1).means("The first page's number."))
                .key("offset", Scalars.whole(0, 0).means("Pages by how many objects came before."))
                .key("more", Scalars.text().means("Where it says whether there is more."))
                .key("total", Scalars.text().means("Where the number of objects stands."))
                .exactlyOne(List.of("token", "url", "number", "offset"));
    }

    private static Shape since() {
        return Shape.map()
                .means("How only what changed is asked for.")
                .key("field", Scalars.text().means("The time of an object's last change."))
                .key("overlap", Scalars.duration().means("How far before the last change the next run begins."))
                .key(
                        "format",
                        Scalars.text()
                                .means("iso, epoch, epoch_millis or a pattern.")
                                .usually("iso"))
                .key("sorted", Scalars.flag().means("Whether objects come in the order of their changes."))
                .needs("field");
    }

    private static Shape write() {
        Shape write = Shape.map()
                .key("batch", Scalars.whole(1, 100_000).means("The most rows of one request."))
                .key("needs", scopes())
                .key(
                        "other_fields",
                        inventory().means("Where the system lists the fields that an account has of its own."));
        List<String> operations = new ArrayList<>(words(Op.values()));
        operations.add("tag");
        operations.forEach(operation -> write.key(operation, operation()));
        return write;
    }

    private static Shape operation() {
        Shape result = Shape.map()
                .key("at", Scalars.oneOrMore(Scalars.scalar()).means("Where the answers to rows stand."))
                .key("by", Scalars.text())
                .key("equals", Shape.any())
                .key("id", Scalars.text().means("Where the destination's own id stands."))
                .key("why", Scalars.text().means("Where the reason of a refusal stands."))
                .key("later", Scalars.flag())
                .key("exists", Shape.of("object").means("How an answer says that the object was there already."))
                .needs("at");
        return request(Shape.map())
                .key("row", Shape.any().means("One row of the batch; {rows} in the body are all."))
                .key("results", Scalars.oneOrMore(result).means("How each row's answer is found."))
                .key("exists", Scalars.whole(300, 499).means("The status that says the object was there already."));
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }
}
