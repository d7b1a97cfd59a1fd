package io.serai.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.demo.population.Customer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A customer as a retailer's systems export one: what the population invented, and what systems keep beside it. */
final class CustomerRow {

    /** What a CRM writes. */
    static final List<String> COLUMNS = List.of(
            "id",
            "source",
            "title",
            "first_name",
            "last_name",
            "birth_date",
            "street",
            "postcode",
            "city",
            "country",
            "email",
            "phone",
            "loyalty",
            "newsletter",
            "language",
            "store",
            "registered_at",
            "updated_at");

    /** What a web shop writes. */
    static final List<String> SHOP_COLUMNS = List.of(
            "id",
            "first_name",
            "last_name",
            "street",
            "postcode",
            "city",
            "country",
            "email",
            "phone",
            "newsletter",
            "language",
            "registered_at",
            "updated_at");

    /** What is asked at a till, most of it left empty. */
    static final List<String> TILL_COLUMNS =
            List.of("id", "store", "first_name", "last_name", "email", "phone", "loyalty");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate OPENED = LocalDate.of(2015, 3, 2);
    private static final int DAYS = 3_900;

    private final Map<String, String> fields = new LinkedHashMap<>();

    /** @param changed whether the customer has moved and said so */
    CustomerRow(Customer customer, long seed, boolean changed) {
        SplittableRandom dice = new SplittableRandom(seed * 31 + customer.id());
        int registered = dice.nextInt(DAYS);
        String[] values = customer.values();
        for (int column = 0; column < values.length; column++) {
            fields.put(Customer.COLUMNS.get(column), values[column]);
        }
        fields.put("title", pick(dice, "", "", "", "Mr", "Mrs", "Ms", "Dr"));
        fields.put("newsletter", pick(dice, "subscribed", "subscribed", "unsubscribed", ""));
        fields.put("language", pick(dice, "en", "en", "de", "fr", "es", ""));
        fields.put("store", "store-" + dice.nextInt(1, 61));
        fields.put("registered_at", time(registered, dice));
        fields.put("updated_at", time(registered + dice.nextInt(DAYS + 1 - registered), dice));
        if (changed) {
            fields.put("street", dice.nextInt(1, 200) + " New Road");
            fields.put("updated_at", time(DAYS + 1, dice));
        }
    }

    /** The values of these columns; empty where there is none. */
    List<String> values(List<String> columns) {
        return columns.stream()
                .map(column -> fields.get(column) == null ? "" : fields.get(column))
                .toList();
    }

    /** As a record keeps it. */
    String json() {
        Map<String, String> all = new LinkedHashMap<>();
        COLUMNS.forEach(column -> all.put(column, fields.get(column) == null ? "" : fields.get(column)));
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String time(int day, SplittableRandom dice) {
        return OPENED.plusDays(day)
                + "T%02d:%02d:%02dZ".formatted(dice.nextInt(8, 21), dice.nextInt(60), dice.nextInt(60));
    }

    private static String pick(SplittableRandom dice, String... from) {
        return from[dice.nextInt(from.length)];
    }
}
