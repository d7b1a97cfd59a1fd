package io.serai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that is killed at any moment ends, once it ran again, as one that never was. */
class CrashTest {

    private static final int ORDERS = 27_000;
    private static final int CUSTOMERS = 3_000;
    private static final int KILLS = 4;

    /** Everything that is known and was sent, without the numbers that the store gives out. */
    private static final List<String> STATE = List.of(
            "SELECT f.stream, r.key, r.payload, r.deleted FROM record r JOIN feed f ON f.id = r.feed_id ORDER BY 1, 2",
            "SELECT s.value, n.name, t.value FROM trait t JOIN trait_name n ON n.id = t.trait_id"
                    + " JOIN trait s ON s.profile_id = t.profile_id"
                    + " JOIN trait_name k ON k.id = s.trait_id AND k.name = 'shop_id' ORDER BY 1, 2",
            "SELECT count(*) FROM profile WHERE live = 1 AND merged_into IS NULL",
            "SELECT count(*) FROM timeline",
            "SELECT json_extract(fields, '$.email'), json_extract(fields, '$.ltv') FROM ledger"
                    + " WHERE fields IS NOT NULL ORDER BY 1, 2");

    @TempDir
    private Path folder;

    /** The longest moment before a kill in milliseconds: longer after one that met a hub at work, shorter after one that came too late. */
    private int moment = 100;

    @Test
    void killed_at_any_moment_a_hub_ends_as_one_that_was_not() {
        TestHome spared = shop("spared");
        spared.sync("customers");
        spared.sync("orders");
        spared.sync("vips-out");

        TestHome killed = shop("killed");
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int died = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            died += killDuring(killed, "orders", random) ? 1 : 0;
        }
        assertThat(HubProcess.run(killed.folder(), "sync", "customers").exitCode())
                .isZero();
        HubProcess.Answer orders = HubProcess.run(killed.folder(), "sync", "orders", "--json");
        assertThat(orders.exitCode()).as(orders.err()).isZero();
        died += killDuring(killed, "vips-out", random) ? 1 : 0;
        HubProcess.Answer out = HubProcess.run(killed.folder(), "sync", "vips-out", "--json");
        assertThat(out.exitCode()).as(out.err()).isZero();

        for (String state : STATE) {
            assertThat(killed.rows(state)).as("seed %d: %s", seed, state).isEqualTo(spared.rows(state));
        }
        assertThat(people(killed)).as("seed %d", seed).isEqualTo(people(spared)).hasSizeGreaterThan(100);
        assertThat(died).as("kills that met a hub at work").isPositive();
        assertThat(killed.rows("SELECT DISTINCT status FROM run ORDER BY 1"))
                .as("what died is known as interrupted, and nothing as running")
                .allSatisfy(row -> assertThat(row.get(0)).isIn("done", "interrupted"));
    }

    /** Starts a sync, waits until it has begun to store or a moment more, and kills it. */
    private boolean killDuring(TestHome home, String route, Random random) {
        try (HubProcess hub = HubProcess.start(home.folder(), "sync", route)) {
            long runs = runs(home);
            while (hub.isAlive() && runs(home) == runs) {
                pause(20);
            }
            pause(random.nextInt(moment));
            boolean alive = hub.isAlive();
            hub.kill();
            moment = alive ? 2 * moment : Math.max(moment / 2, 20);
            return alive;
        }
    }

    private static long runs(TestHome home) {
        if (!Files.exists(home.path("data/hub.db"))) {
            return 0;
        }
        try {
            return Long.parseLong(home.rows("SELECT count(*) FROM run").get(0).get(0));
        } catch (IllegalStateException notYetLaid) {
            return 0;
        }
    }

    /** The export without the hub's own numbers. */
    private static List<String> people(TestHome home) {
        return home.text("data/out/vips.csv")
                .lines()
                .map(line -> line.replaceFirst("^P\\d+,", ""))
                .sorted()
                .toList();
    }

    private TestHome shop(String name) {
        TestHome home = Homes.shop(folder.resolve(name));
        Random random = new Random(7);
        StringBuilder customers = new StringBuilder("id,email,name,news\n");
        for (int n = 0; n < CUSTOMERS; n++) {
            customers.append("S%d,p%d@x.test,N%d,yes\n".formatted(n, n, n));
        }
        home.file("data/shop/customers.csv", customers.toString());
        StringBuilder orders = new StringBuilder("number,customer,at,total\n");
        for (int n = 0; n < ORDERS; n++) {
            orders.append("W%d,S%d,2026-01-%02dT10:00:00Z,%d.%02d\n"
                    .formatted(n, random.nextInt(CUSTOMERS), 1 + n % 28, random.nextInt(30), random.nextInt(100)));
        }
        home.file("data/shop/orders.csv", orders.toString());
        long old = System.currentTimeMillis() - TimeUnit.HOURS.toMillis(1);
        for (String file : List.of("customers.csv", "orders.csv")) {
            try {
                Files.setLastModifiedTime(home.path("data/shop/" + file), FileTime.fromMillis(old));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return home;
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
