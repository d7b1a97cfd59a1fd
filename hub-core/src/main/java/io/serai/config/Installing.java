package io.serai.config;

import java.util.Map;

/** Where to find what a route may use and the installation lacks. */
final class Installing {

    private static final Map<String, String> ARTIFACTS = Map.of(
            "rabbitmq", "spring-rabbitmq",
            "gzipDeflater", "zip-deflater",
            "zipDeflater", "zip-deflater",
            "zipFile", "zipfile",
            "tarFile", "tarfile",
            "pgp", "crypto-pgp",
            "mimeMultipart", "mail",
            "univocityCsv", "univocity-parsers",
            "univocityTsv", "univocity-parsers",
            "univocityFixed", "univocity-parsers");

    private Installing() {}

    /** One sentence on how to add a component, language or data format. */
    static String hint(String name) {
        return "Put camel-" + ARTIFACTS.getOrDefault(name, name)
                + " of the hub's release of Camel, with the jars that it needs, into lib/ of the installation.";
    }
}
