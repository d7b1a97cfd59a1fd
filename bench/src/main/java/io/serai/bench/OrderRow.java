package io.serai.bench;

import io.serai.demo.population.Customer;
import io.serai.demo.population.Population;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** An order at a till or in the shop: whose it is, it says by what the customer left there. */
record OrderRow(long number, String time, String total, String store, Customer customer) {

    static final List<String> COLUMNS = List.of("id", "time", "total", "store", "loyalty", "email", "phone");

    private static final long FIRST = Instant.parse("2023-01-02T08:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("2026-11-01T20:00:00Z").getEpochSecond();

    /** @param buyers how many customers, the first ones, order */
    static OrderRow of(Population population, long buyers, long number, long seed) {
        SplittableRandom dice = new SplittableRandom(seed * 131 + number);
        // A few customers order much of it, as in every shop.
        long buyer = (long) (dice.nextDouble() * dice.nextDouble() * buyers);
        double total = (dice.nextInt(100) < 4 ? -1 : 1) * (3 + dice.nextInt(20_000) / 100.0);
        return new OrderRow(
                number + 1,
                Instant.ofEpochSecond(dice.nextLong(FIRST, LAST)).toString(),
                String.format(Locale.ROOT, "%.2f", total),
                "store-" + dice.nextInt(1, 61),
                population.row(buyer));
    }

    List<String> values() {
        return List.of(
                "o" + number,
                time,
                total,
                store,
                said(customer.loyalty()),
                said(customer.email()),
                said(customer.phone()));
    }

    private static String said(String value) {
        return value == null ? "" : value;
    }
}
