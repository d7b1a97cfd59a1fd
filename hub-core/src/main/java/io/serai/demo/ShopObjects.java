package io.serai.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.demo.RetailData.Line;
import io.serai.demo.RetailData.ShopCustomer;
import io.serai.demo.RetailData.ShopOrder;
import io.serai.demo.Vocabulary.Product;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The fake shop's customers and orders, in the shape of Shopify's Admin API. */
final class ShopObjects {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ShopObjects() {}

    static ObjectNode customer(ShopCustomer customer) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", "gid://shopify/Customer/" + customer.id())
                .put("legacyResourceId", Long.toString(customer.id()))
                .put("firstName", customer.firstName())
                .put("lastName", customer.lastName())
                .put("displayName", customer.firstName() + " " + customer.lastName())
                .put("email", customer.email())
                .put("phone", customer.phone())
                .put("state", "ENABLED")
                .put("locale", "en")
                .put("createdAt", time(customer.created()))
                .put("updatedAt", time(customer.updated()));
        node.putObject("defaultEmailAddress")
                .put("emailAddress", customer.email())
                .put("marketingState", customer.marketing())
                .put("marketingOptInLevel", customer.marketing().equals("SUBSCRIBED") ? "SINGLE_OPT_IN" : null)
                .put("marketingUpdatedAt", time(customer.updated()));
        if (customer.phone() == null) {
            node.putNull("defaultPhoneNumber");
        } else {
            node.putObject("defaultPhoneNumber")
                    .put("phoneNumber", customer.phone())
                    .put("marketingState", "NOT_SUBSCRIBED");
        }
        node.putObject("defaultAddress")
                .put("firstName", customer.firstName())
                .put("lastName", customer.lastName())
                .put("address1", customer.street())
                .putNull("address2")
                .put("city", customer.city())
                .putNull("province")
                .put("zip", customer.postcode())
                .put("country", "United Kingdom")
                .put("countryCodeV2", "GB")
                .put("phone", customer.phone());
        node.putArray("tags");
        node.putNull("note");
        return node;
    }

    static ObjectNode order(ShopOrder order) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", "gid://shopify/Order/" + order.id())
                .put("legacyResourceId", Long.toString(order.id()))
                .put("name", "#" + order.id())
                .put("email", order.customer().email())
                .put("phone", order.customer().phone())
                .put("createdAt", time(order.time()))
                .put("processedAt", time(order.time()))
                .put("updatedAt", time(order.time()))
                .putNull("cancelledAt")
                .put("currencyCode", "GBP")
                .put("displayFinancialStatus", "PAID")
                .put("displayFulfillmentStatus", "FULFILLED")
                .put("test", false);
        node.put("totalPrice", Money.pounds(order.total())).put("totalRefunded", Money.pounds(order.refunded()));
        node.set("totalPriceSet", money(order.total()));
        node.set("currentTotalPriceSet", money(order.total() - order.refunded()));
        ArrayNode refunds = node.putArray("refunds");
        if (order.refunded() > 0) {
            ObjectNode refund = refunds.addObject()
                    .put("legacyResourceId", Long.toString(order.id() + 100_000))
                    .put("createdAt", time(order.time().plus(Duration.ofHours(1))));
            refund.set("totalRefundedSet", money(order.refunded()));
        }
        node.set("customer", customer(order.customer()));
        ObjectNode items = node.putObject("lineItems");
        ArrayNode nodes = items.putArray("nodes");
        for (Line line : order.lines()) {
            ObjectNode item = nodes.addObject()
                    .put("id", "gid://shopify/LineItem/" + order.id() + (nodes.size()))
                    .put("sku", line.sku())
                    .put("title", line.title())
                    .put("name", line.title())
                    .put("quantity", line.quantity())
                    .put("originalUnitPrice", Money.pounds(line.price()));
            item.set("originalUnitPriceSet", money(line.price()));
        }
        items.putObject("pageInfo").put("hasNextPage", false).putNull("endCursor");
        node.putArray("tags");
        return node;
    }

    static ObjectNode product(Product product, int number, LocalDate day) {
        String changed = time(day.minusDays(400 + number).atTime(9, 0).toInstant(ZoneOffset.UTC));
        ObjectNode node = JSON.createObjectNode()
                .put("id", "gid://shopify/Product/" + number)
                .put("legacyResourceId", Integer.toString(number))
                .put("title", product.name())
                .put("vendor", "Bramble & Co")
                .put("productType", "")
                .put("status", "ACTIVE")
                .put("createdAt", changed)
                .put("updatedAt", changed);
        node.putArray("tags");
        ObjectNode variants = node.putObject("variants");
        variants.putArray("nodes")
                .addObject()
                .put("id", "gid://shopify/ProductVariant/" + number)
                .put("legacyResourceId", Integer.toString(number))
                .put("sku", product.sku())
                .put("price", Money.pounds(product.price()));
        variants.putObject("pageInfo").put("hasNextPage", false).putNull("endCursor");
        return node;
    }

    private static ObjectNode money(long pence) {
        ObjectNode set = JSON.createObjectNode();
        set.putObject("shopMoney").put("amount", Money.pounds(pence)).put("currencyCode", "GBP");
        return set;
    }

    private static String time(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant);
    }
}
