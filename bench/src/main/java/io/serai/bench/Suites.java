package io.serai.bench;

import io.serai.demo.population.Population;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The labelled files of each benchmark, laid out where they were not yet. */
final class Suites {

    private static final List<String> FILES =
            List.of("fake1000.csv", "rldata500.csv", "febrl1.csv", "febrl2.csv", "febrl3.csv", "historical50k.csv.gz");

    private final Path install;
    private final Path folder;

    Suites(Path install) {
        this.install = install;
        this.folder = install.resolve("bench/target/data");
    }

    /** Files of other people's research; those that are not here are left out. */
    Map<String, Path> people() throws IOException {
        String shared = System.getenv()
                .getOrDefault("SERAI_SHARED", install.resolve("../shared").toString());
        Path people = Path.of(shared).resolve("data/people");
        Map<String, Path> cases = new LinkedHashMap<>();
        for (String file : FILES) {
            if (Files.isReadable(people.resolve(file))) {
                String name = file.replaceAll("\\.csv.*", "");
                cases.put(name, LabelledFile.shuffled(people.resolve(file), folder.resolve(name + ".csv"), Set.of()));
                if (name.startsWith("febrl")) {
                    String plain = name + " without soc_sec_id";
                    Path copy = folder.resolve(name + "-plain.csv");
                    cases.put(plain, LabelledFile.shuffled(people.resolve(file), copy, Set.of("soc_sec_id")));
                }
            }
        }
        if (cases.isEmpty()) {
            throw new IOException(
                    "There is no file in " + people.normalize() + ". SERAI_SHARED names the folder above data/people.");
        }
        return cases;
    }

    /** Invented customers, the same for the same seed. */
    Map<String, Path> customers(long rows, long seed) throws IOException {
        List<Long> sizes = rows == 0 ? List.of(100_000L, 1_000_000L) : List.of(rows);
        Map<String, Path> cases = new LinkedHashMap<>();
        for (long size : new ArrayList<>(sizes)) {
            Path file = folder.resolve("customers-" + seed + "-" + size + ".csv");
            Files.createDirectories(folder);
            Population.of(seed, size).write(file);
            cases.put("customers " + size, file);
        }
        return cases;
    }
}
