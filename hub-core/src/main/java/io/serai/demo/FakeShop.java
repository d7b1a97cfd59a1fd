package io.serai.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.demo.GraphQuery.Field;
import io.serai.demo.LoopbackServer.Answer;
import io.serai.demo.LoopbackServer.Request;
import io.serai.demo.Vocabulary.Product;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A fake of the shop: answers Shopify-shaped GraphQL queries for customers, orders and products, page by page in the order of change, and
 * gives exactly the fields that were asked for.
 */
final class FakeShop implements LoopbackServer.Service {

    static final String TOKEN = "demo-shop-token";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CHANGED_SINCE = Pattern.compile("updated_at:(>=?)\\s*['\"]?([0-9T:.Z+-]+)['\"]?");
    private static final List<String> SCOPES = List.of("read_customers", "read_orders", "read_products");
    private static final int LARGEST_PAGE = 250;

    private final Map<String, List<ObjectNode>> objects = new TreeMap<>();

    FakeShop(RetailData data) {
        put("customers", data.customers().stream().map(ShopObjects::customer));
        put("orders", data.orders().stream().map(ShopObjects::order));
        List<Product> products = Vocabulary.PRODUCTS;
        put(
                "products",
                IntStream.range(0, products.size())
                        .mapToObj(n -> ShopObjects.product(products.get(n), 9_001 + n, data.day())));
    }

    private void put(String name, Stream<ObjectNode> nodes) {
        objects.put(
                name,
                nodes.sorted(Comparator.comparing(node -> node.path("updatedAt").asText()))
                        .toList());
    }

    @Override
    public Answer answer(Request request) {
        if (!request.method().equals("POST") || !request.path().endsWith("/graphql.json")) {
            return Answer.error(404, "Not Found");
        }
        if (!request.header("X-Shopify-Access-Token").equals(TOKEN)) {
            return Answer.error(401, "Invalid API key or access token");
        }
        try {
            List<Field> fields = GraphQuery.parse(
                    request.body().path("query").asText(), request.body().path("variables"));
            ObjectNode data = JSON.createObjectNode();
            for (Field field : fields) {
                data.set(field.alias(), root(field));
            }
            return Answer.ok(JSON.createObjectNode().set("data", data));
        } catch (IllegalArgumentException e) {
            ObjectNode error = JSON.createObjectNode();
            error.putArray("errors").addObject().put("message", e.getMessage());
            return Answer.ok(error);
        }
    }

    private JsonNode root(Field field) {
        if (field.name().equals("shop")) {
            ObjectNode shop = JSON.createObjectNode()
                    .put("id", "gid://shopify/Shop/1")
                    .put("name", "Bramble & Co")
                    .put("myshopifyDomain", "bramble-co.example")
                    .put("currencyCode", "GBP");
            return pick(shop, field);
        }
        if (field.name().equals("currentAppInstallation")) {
            ObjectNode installation = JSON.createObjectNode();
            ArrayNode scopes = installation.putArray("accessScopes");
            SCOPES.forEach(scope -> scopes.addObject().put("handle", scope));
            return pick(installation, field);
        }
        List<ObjectNode> all = objects.get(field.name());
        if (all == null) {
            throw new IllegalArgumentException("Field '" + field.name() + "' doesn't exist on type 'QueryRoot'");
        }
        return connection(field, all);
    }

    private JsonNode connection(Field field, List<ObjectNode> all) {
        int first = Integer.parseInt(field.arguments().getOrDefault("first", "0"));
        if (first < 1 || first > LARGEST_PAGE) {
            throw new IllegalArgumentException("you must provide one of first or last, at most " + LARGEST_PAGE);
        }
        List<ObjectNode> matching = all.stream()
                .filter(node -> matches(node, field.arguments().getOrDefault("query", "")))
                .toList();
        String after = field.arguments().get("after");
        int from = 0;
        while (after != null
                && from < matching.size()
                && !cursor(matching.get(from++)).equals(after)) {
            // The page starts behind the object that the cursor names.
        }
        int to = Math.min(from + first, matching.size());
        ObjectNode page = JSON.createObjectNode();
        ArrayNode nodes = page.putArray("nodes");
        ArrayNode edges = page.putArray("edges");
        for (ObjectNode node : matching.subList(from, to)) {
            nodes.add(node);
            edges.addObject().put("cursor", cursor(node)).set("node", node);
        }
        page.putObject("pageInfo")
                .put("hasNextPage", to < matching.size())
                .put("endCursor", to > from ? cursor(matching.get(to - 1)) : null);
        return pick(page, field);
    }

    private static boolean matches(ObjectNode node, String query) {
        Matcher since = CHANGED_SINCE.matcher(query);
        if (!since.find()) {
            return true;
        }
        int order = node.path("updatedAt").asText().compareTo(since.group(2));
        return since.group(1).equals(">") ? order > 0 : order >= 0;
    }

    private static String cursor(ObjectNode node) {
        return node.path("updatedAt").asText() + "|" + node.path("id").asText();
    }

    /** The parts of a value that a field asks for. */
    private static JsonNode pick(JsonNode value, Field field) {
        if (value.isArray()) {
            ArrayNode list = JSON.createArrayNode();
            value.forEach(element -> list.add(pick(element, field)));
            return list;
        }
        if (!value.isObject()) {
            return value;
        }
        if (field.selection().isEmpty()) {
            throw new IllegalArgumentException("Field '" + field.name() + "' must have selections");
        }
        ObjectNode picked = JSON.createObjectNode();
        for (Field part : field.selection()) {
            if (!value.has(part.name())) {
                throw new IllegalArgumentException(
                        "Field '" + part.name() + "' doesn't exist on the type of '" + field.name() + "'");
            }
            picked.set(part.alias(), pick(value.get(part.name()), part));
        }
        return picked;
    }
}
