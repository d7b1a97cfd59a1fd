package io.serai.bench;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.serai.demo.population.Customer;
import io.serai.demo.population.Population;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of an invented retailer, the same for the same seed and numbers on every machine, written in constant memory: all customers in
 * one file of eighteen columns, the same customers in one file a source, and their orders.
 *
 * @param orders how many orders there are
 */
record Retailer(long seed, long rows, long orders) {

    private static final int CHANGED_OF = 100;

    /** A file of the retailer. */
    enum File {
        /** Everybody, eighteen columns. */
        CUSTOMERS("customers.csv"),
        /** Everybody again; one row of a hundred has changed. */
        CHANGED("customers-changed.csv"),
        CRM("crm.csv"),
        SHOP("shop.csv"),
        TILL("till.csv"),
        ORDERS("orders.csv"),
        /** One customer of a hundred, each with an order. */
        NEW_ORDERS("orders-new.csv"),
        /** Everybody, with the truth of who is who. */
        LABELLED("customers-labelled.csv"),
        /** The rows of the table of records, so that they can be put into one like it. */
        RECORDS("records.csv");

        private final String fileName;

        File(String fileName) {
            this.fileName = fileName;
        }

        String fileName() {
            return fileName;
        }
    }

    /** Where a file of this retailer is; written now when it was not there. */
    Path file(Path folder, File file) throws IOException {
        Path own = folder.resolve("retailer-" + seed + "-" + rows + "-" + orders);
        Path path = own.resolve(file.fileName());
        if (!Files.exists(path)) {
            Files.createDirectories(own);
            Path unfinished = own.resolve(file.fileName() + ".unfinished");
            try (CsvWriter csv = CsvWriter.builder().build(unfinished)) {
                write(file, csv);
            }
            Files.move(unfinished, path);
        }
        return path;
    }

    /** Sizes of what there is, for the figures. */
    Map<String, Long> numbers() {
        Map<String, Long> numbers = new LinkedHashMap<>();
        numbers.put("rows", rows);
        numbers.put("orders", orders);
        numbers.put("seed", seed);
        return numbers;
    }

    private void write(File file, CsvWriter csv) {
        switch (file) {
            case CUSTOMERS -> everybody(csv, Long.MAX_VALUE);
            case CHANGED -> everybody(csv, CHANGED_OF);
            case CRM -> some(csv, CustomerRow.COLUMNS, List.of("crm", "loyalty", "import"));
            case SHOP -> some(csv, CustomerRow.SHOP_COLUMNS, List.of("web", "newsletter", "marketplace"));
            case TILL -> some(csv, CustomerRow.TILL_COLUMNS, List.of("till"));
            case ORDERS -> orders(csv, 0, orders, rows);
            case NEW_ORDERS -> orders(csv, orders, Math.max(1, rows / CHANGED_OF), Math.max(1, rows / CHANGED_OF));
            case LABELLED -> labelled(csv);
            case RECORDS -> records(csv);
        }
    }

    private void everybody(CsvWriter csv, long changedOf) {
        csv.writeRecord(CustomerRow.COLUMNS);
        for (Customer customer : Population.of(seed, rows)) {
            CustomerRow row = new CustomerRow(customer, seed, customer.id() % changedOf == 0);
            csv.writeRecord(row.values(CustomerRow.COLUMNS));
        }
    }

    private void some(CsvWriter csv, List<String> columns, List<String> sources) {
        csv.writeRecord(columns);
        for (Customer customer : Population.of(seed, rows)) {
            if (sources.contains(customer.source())) {
                csv.writeRecord(new CustomerRow(customer, seed, false).values(columns));
            }
        }
    }

    private void orders(CsvWriter csv, long first, long count, long buyers) {
        Population population = Population.of(seed, rows);
        csv.writeRecord(OrderRow.COLUMNS);
        for (long number = first; number < first + count; number++) {
            csv.writeRecord(OrderRow.of(population, buyers, number, seed).values());
        }
    }

    private void labelled(CsvWriter csv) {
        List<String> columns = new ArrayList<>(CustomerRow.COLUMNS);
        columns.add("cluster");
        csv.writeRecord(columns);
        for (Customer customer : Population.of(seed, rows)) {
            csv.writeRecord(new CustomerRow(customer, seed, false).values(columns));
        }
    }

    private void records(CsvWriter csv) {
        for (Customer customer : Population.of(seed, rows)) {
            String payload = new CustomerRow(customer, seed, false).json();
            String id = String.valueOf(customer.id());
            csv.writeRecord(id, "1", id, payload, "1763856000000", "1763856000000", "0");
        }
    }
}
