package io.serai.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.demo.RetailData.TillCard;
import io.serai.demo.RetailData.TillSale;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;

/** What the fake tills leave in {@code data/till}: sales as CSV, one file a night (older ones by month), cards as JSON Lines. */
final class TillFiles {

    private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM");
    private static final int NIGHTS = 14;

    private TillFiles() {}

    static void write(Path folder, RetailData data) {
        ObjectMapper json = new ObjectMapper();
        StringBuilder cards = new StringBuilder();
        for (TillCard card : data.cards()) {
            ObjectNode line = json.createObjectNode()
                    .put("card", card.card())
                    .put("branch", card.branch())
                    .put("first_name", card.firstName())
                    .put("last_name", card.lastName())
                    .put("email", card.email())
                    .put(
                            "birthday",
                            card.birthday() == null ? null : card.birthday().toString())
                    .put("postcode", card.postcode())
                    .put("updated", card.updated().toString());
            cards.append(line).append('\n');
        }
        SeededFiles.write(folder.resolve("cards.jsonl"), cards.toString());

        Map<String, StringBuilder> files = new TreeMap<>();
        for (TillSale sale : data.sales()) {
            boolean lately = sale.soldAt().toLocalDate().isAfter(data.day().minusDays(NIGHTS));
            String name = lately
                    ? sale.soldAt().toLocalDate().toString()
                    : sale.soldAt().format(MONTH);
            files.computeIfAbsent(name, fresh -> new StringBuilder("receipt,sold_at,card,amount,branch\n"))
                    .append(sale.receipt())
                    .append(',')
                    .append(sale.soldAt().format(PRINTED))
                    .append(',')
                    .append(sale.card())
                    .append(',')
                    .append(sale.amount().indexOf(',') < 0 ? sale.amount() : '"' + sale.amount() + '"')
                    .append(',')
                    .append(sale.branch())
                    .append('\n');
        }
        files.forEach((name, text) -> SeededFiles.write(folder.resolve("sales-" + name + ".csv"), text.toString()));
    }
}
