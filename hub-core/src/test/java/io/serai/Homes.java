package io.serai;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Homes that several tests start from. */
public final class Homes {

    /** The files of a small shop: people, orders, a segment, an export. */
    static final Map<String, String> SHOP = shopFiles();

    private Homes() {}

    /** Lays the small shop; its sources are still empty. */
    public static TestHome shop(Path folder) {
        TestHome home = new TestHome(folder);
        SHOP.forEach(home::file);
        return home;
    }

    private static Map<String, String> shopFiles() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("config/hub.yaml", """
                name: Test
                timezone: Europe/London
                store: { sqlite: data/hub.db }
                guards: { max_removals: 100%, max_change: 100%, first_run: send }
                """);
        files.put("config/connections/shop.yaml", """
                connector: files
                settings:
                  uri: file:data/shop
                  streams:
                    customers: { pattern: "customers*.csv", key: id }
                    orders: { pattern: "orders*.csv", key: number }
                """);
        files.put("config/connections/exports.yaml", """
                connector: files
                settings:
                  uri: file:data/out
                  streams:
                    vips: { file: vips.csv, key: profile_id }
                """);
        files.put("config/identity.yaml", """
                identifiers:
                  - { name: shop_id, per_profile: 3 }
                  - { name: email, per_profile: 9, normalise: email }
                matching: off
                """);
        files.put("config/mappings/customers.yaml", """
                from: shop/customers
                to: profile
                fields:
                  shop_id: id
                  email: email
                  first_name: name
                  consent.email: { from: news, map: { yes: granted, no: denied, "*": unknown } }
                """);
        files.put("config/mappings/orders.yaml", """
                from: shop/orders
                to: order
                person: { shop_id: customer }
                fields:
                  id: number
                  time: at
                  total: total
                """);
        files.put("config/mappings/out-vips.yaml", """
                from: profile
                to: exports/vips
                match: profile_id
                fields: { profile_id: profile_id, email: email, ltv: { from: lifetime_value, round: 2 } }
                """);
        files.put("config/traits.yaml", """
                lifetime_value: { sum: order.total }
                orders: { count: order }
                last_order_at: { latest: order.time }
                """);
        files.put("config/segments/vips.yaml", """
                name: VIPs
                where: { trait: lifetime_value, at_least: 100 }
                """);
        files.put("routes/customers.camel.yaml", """
                - route:
                    id: customers
                    from:
                      uri: hub:pull/shop/customers
                      steps:
                        - to: { uri: hub:ingest/customers }
                """);
        files.put("routes/orders.camel.yaml", """
                - route:
                    id: orders
                    from:
                      uri: hub:pull/shop/orders
                      steps:
                        - to: { uri: hub:ingest/orders }
                """);
        files.put("routes/vips-out.camel.yaml", """
                - route:
                    id: vips-out
                    from:
                      uri: hub:segment/vips
                      steps:
                        - to:
                            uri: hub:push/exports/vips
                            parameters: { mapping: out-vips, mode: mirror }
                """);
        return Collections.unmodifiableMap(files);
    }
}
