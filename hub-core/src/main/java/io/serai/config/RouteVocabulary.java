package io.serai.config;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a route may use of Camel. What is not here does not load, whatever lies on the class path. */
public final class RouteVocabulary {

    private static final Set<String> SCHEMES = Set.of(
            "hub",
            "kamelet",
            "direct",
            "seda",
            "log",
            "timer",
            "scheduler",
            "quartz",
            "mock",
            "file",
            "ftp",
            "ftps",
            "sftp",
            "http",
            "https",
            "imap",
            "imaps",
            "pop3",
            "pop3s",
            "smtp",
            "smtps",
            "kafka",
            "jms",
            "activemq",
            "amqp",
            "paho",
            "paho-mqtt5",
            "rabbitmq",
            "spring-rabbitmq",
            "jdbc",
            "sql",
            "aws2-s3",
            "aws2-sqs",
            "azure-storage-blob",
            "google-storage",
            "google-pubsub",
            "minio",
            "salesforce",
            "platform-http",
            "netty-http");

    private static final Set<String> LANGUAGES = Set.of(
            "simple",
            "constant",
            "header",
            "exchangeProperty",
            "variable",
            "jsonpath",
            "jq",
            "tokenize",
            "xtokenize",
            "xpath",
            "file");

    private static final Set<String> DATA_FORMATS = Set.of(
            "json",
            "jackson",
            "csv",
            "univocityCsv",
            "univocity-csv",
            "univocityTsv",
            "univocity-tsv",
            "univocityFixed",
            "univocity-fixed",
            "gzipDeflater",
            "gzip-deflater",
            "zipDeflater",
            "zip-deflater",
            "zipFile",
            "zip-file",
            "tarFile",
            "tar-file",
            "base64",
            "lzf",
            "crypto",
            "pgp",
            "mimeMultipart",
            "mime-multipart",
            "ical");

    private static final Set<String> TOP_LEVEL = Set.of("route", "routeConfiguration", "onException", "errorHandler");

    private static final Set<String> STEPS = Set.of(
            "aggregate",
            "choice",
            "convertBodyTo",
            "convertHeaderTo",
            "convertVariableTo",
            "delay",
            "doTry",
            "enrich",
            "filter",
            "log",
            "loop",
            "marshal",
            "multicast",
            "pipeline",
            "poll",
            "pollEnrich",
            "recipientList",
            "removeHeader",
            "removeHeaders",
            "removeProperties",
            "removeProperty",
            "removeVariable",
            "resequence",
            "rollback",
            "routingSlip",
            "sample",
            "setBody",
            "setExchangePattern",
            "setHeader",
            "setHeaders",
            "setProperty",
            "setVariable",
            "setVariables",
            "sort",
            "split",
            "step",
            "stop",
            "threads",
            "throttle",
            "throwException",
            "to",
            "toD",
            "transform",
            "unmarshal",
            "validate",
            "wireTap",
            "circuitBreaker",
            "onFallback",
            "onCompletion");

    private static final Set<String> AGGREGATION_STRATEGIES =
            Set.of("GroupedBodyAggregationStrategy", "UseLatestAggregationStrategy", "UseOriginalAggregationStrategy");

    private static final List<String> OWN_CLASSES = List.of("org.apache.camel.", "org.quartz.");

    private static final List<String> CALLING_CLASSES = List.of(
            "org.apache.camel.component.bean.",
            "org.apache.camel.component.beanclass.",
            "org.apache.camel.component.exec.",
            "org.apache.camel.component.language.",
            "org.apache.camel.component.controlbus.",
            "org.apache.camel.component.xslt.",
            "org.apache.camel.language.bean.",
            "org.apache.camel.language.groovy.",
            "org.apache.camel.language.joor.",
            "org.apache.camel.language.js.",
            "org.apache.camel.language.python.");

    private static final Set<String> CLASSES = Set.of(
            "boolean",
            "int",
            "long",
            "double",
            "byte[]",
            "[B",
            "Object",
            "String",
            "Boolean",
            "Integer",
            "Long",
            "Double",
            "java.lang.Object",
            "java.lang.String",
            "java.lang.Boolean",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Double",
            "java.lang.Number",
            "java.math.BigDecimal",
            "java.util.Map",
            "java.util.List",
            "java.util.Set",
            "java.util.Date",
            "java.util.LinkedHashMap",
            "java.util.HashMap",
            "java.util.ArrayList",
            "java.io.InputStream",
            "java.io.Reader",
            "java.io.File",
            "java.lang.Exception",
            "java.lang.Throwable",
            "java.lang.RuntimeException",
            "java.io.IOException",
            "java.net.ConnectException",
            "java.net.SocketException",
            "java.net.SocketTimeoutException",
            "java.net.UnknownHostException",
            "java.lang.IllegalArgumentException",
            "java.lang.IllegalStateException");

    private RouteVocabulary() {}

    /** The components, by the scheme of their URIs. */
    public static Set<String> schemes() {
        return new TreeSet<>(SCHEMES);
    }

    /** The expression languages. */
    public static Set<String> languages() {
        return new TreeSet<>(LANGUAGES);
    }

    /** The data formats of {@code marshal} and {@code unmarshal}, by their names in routes and inside Camel. */
    public static Set<String> dataFormats() {
        return new TreeSet<>(DATA_FORMATS);
    }

    /** What may stand at the left edge of a route file. */
    public static Set<String> topLevel() {
        return new TreeSet<>(TOP_LEVEL);
    }

    /** The steps. */
    public static Set<String> steps() {
        return new TreeSet<>(STEPS);
    }

    /** Camel's strategies of {@code aggregate}, {@code split}, {@code multicast} and {@code enrich}, by their own names. */
    public static Set<String> aggregationStrategies() {
        return new TreeSet<>(AGGREGATION_STRATEGIES);
    }

    /** The plain values and exceptions that a route may name by their classes. */
    public static Set<String> classes() {
        return new TreeSet<>(CLASSES);
    }

    /** Whether a route, and what it uses of Camel, may load a class of that name. */
    public static boolean allowsClass(String name) {
        return CLASSES.contains(name)
                || OWN_CLASSES.stream().anyMatch(name::startsWith)
                        && CALLING_CLASSES.stream().noneMatch(name::startsWith);
    }
}
