package io.serai;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.serai.sync.RunView;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 69,659 real purchases as a till: what the hub makes of them equals what a plain loop over the file makes of them. */
class CdnowTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @TempDir
    private Path folder;

    private record Sales(BigDecimal total, int orders, LocalDate last) {

        Sales plus(Sales other) {
            return new Sales(
                    total.add(other.total), orders + other.orders, last.isAfter(other.last) ? last : other.last);
        }

        String text() {
            return total.setScale(2).toPlainString() + " in " + orders + ", last "
                    + last.atStartOfDay(LONDON).toInstant();
        }
    }

    @Test
    void lifetime_value_orders_and_last_order_of_everybody_equal_an_independent_count() throws IOException {
        List<String> purchases = Files.readAllLines(SharedData.file("orders/CDNOW_master.txt"));
        Map<String, Sales> truth = new TreeMap<>();
        StringBuilder till = new StringBuilder("receipt,card,day,amount\n");
        for (int line = 1; line < purchases.size(); line++) {
            String[] columns = purchases.get(line).strip().split("\\s+");
            till.append(line)
                    .append(',')
                    .append(columns[0])
                    .append(',')
                    .append(columns[1])
                    .append(',')
                    .append(columns[3])
                    .append('\n');
            LocalDate day = LocalDate.parse(columns[1], DateTimeFormatter.BASIC_ISO_DATE);
            truth.merge(columns[0], new Sales(new BigDecimal(columns[3]), 1, day), Sales::plus);
        }
        TestHome home = home().file("data/till/sales.csv", till.toString());

        RunView run = home.sync("sales");
        assertThat(run.counts().stored()).as(run.message()).isEqualTo(purchases.size() - 1L);
        RunView out = home.sync("people");
        assertThat(out.counts().sent()).as(out.message()).isEqualTo(truth.size());

        Map<String, String> found = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(home.path("data/out/people.csv"))) {
            rows.forEach(row -> found.put(
                    row.getField("card"),
                    new BigDecimal(row.getField("ltv")).setScale(2).toPlainString() + " in " + row.getField("orders")
                            + ", last " + Instant.parse(row.getField("last"))));
        }
        Map<String, String> expected = new TreeMap<>();
        truth.forEach((card, sales) -> expected.put(card, sales.text()));
        assertThat(found).isEqualTo(expected);
    }

    private TestHome home() {
        return new TestHome(folder)
                .config("connections/till.yaml", """
                        connector: files
                        settings:
                          uri: file:data/till
                          streams: { sales: { pattern: "sales*.csv", key: receipt } }
                        """)
                .config("connections/exports.yaml", """
                        connector: files
                        settings:
                          uri: file:data/out
                          streams: { people: { file: people.csv, key: card } }
                        """)
                .config("identity.yaml", """
                        identifiers: [ { name: loyalty, per_profile: 1 } ]
                        matching: off
                        """)
                .config("mappings/sales.yaml", """
                        from: till/sales
                        to: order
                        person: { loyalty: card }
                        fields: { id: receipt, time: { from: day, format: "yyyyMMdd" }, total: amount }
                        """)
                .config("mappings/out-people.yaml", """
                        from: profile
                        to: exports/people
                        match: card
                        fields: { card: loyalty, ltv: lifetime_value, orders: orders, last: last_order_at }
                        """)
                .config("traits.yaml", """
                        lifetime_value: { sum: order.total }
                        orders: { count: order }
                        last_order_at: { latest: order.time }
                        """)
                .pull("sales", "till/sales")
                .push("people", "profiles", "exports/people", "mirror");
    }
}
