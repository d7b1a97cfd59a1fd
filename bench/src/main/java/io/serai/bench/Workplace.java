package io.serai.bench;

import io.serai.bench.Retailer.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the benchmarks against limits share: the retailer's files, homes, and the work that several of them measure. */
final class Workplace {

    static final String LANDING = "hub sync customers";
    static final String EXPORT = "hub sync export";

    private final Path install;
    private final Path folder;
    private final Retailer retailer;
    private final Limit limit;
    private final boolean again;
    private final boolean tenfold;

    Workplace(Path install, Options options) throws IOException {
        this.install = install;
        this.folder = Files.createDirectories(install.resolve("bench/target/work"));
        this.retailer = options.retailer();
        this.limit = new Limit(Files.createDirectories(folder.resolve("limits")));
        this.again = options.again();
        this.tenfold = options.tenfold();
    }

    Path install() {
        return install;
    }

    Retailer retailer() {
        return retailer;
    }

    Limit limit() {
        return limit;
    }

    boolean isTenfold() {
        return tenfold;
    }

    /** Whether a home that an earlier run filled is to be used as it is. */
    boolean isAgain(BenchHome home) {
        return again && home.isThere();
    }

    Path file(File file) throws IOException {
        return retailer.file(folder, file);
    }

    Path file(Retailer other, File file) throws IOException {
        return other.file(folder, file);
    }

    BenchHome home(String name) {
        return new BenchHome(install, folder.resolve(name));
    }

    /** The home that the landing fills; what comes later in a round finds it full. */
    BenchHome landed() {
        return home("landed-" + retailer.rows());
    }

    /** The landing: the whole file of customers into a fresh home. */
    Contestant landing() {
        return new Contestant(LANDING, () -> {
            BenchHome home = landed().fresh().put(file(File.CUSTOMERS), "customers.csv");
            return home.run("sync", "customers");
        });
    }

    /** The segment of those whom an e-mail may reach, into a CSV. */
    Contestant export() {
        return new Contestant(EXPORT, () -> landed().run("sync", "export"));
    }

    /** The home full, for those who measure something else; as the last benchmark left it when {@code --again} was said. */
    BenchHome full() throws IOException, InterruptedException {
        BenchHome home = home("full-" + retailer.rows());
        if (!isAgain(home)) {
            System.err.println("Filling a home with " + retailer.rows() + " customers");
            home.fresh().put(file(File.CUSTOMERS), "customers.csv").run("sync", "customers");
        }
        return home;
    }
}
