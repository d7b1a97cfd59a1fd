package io.serai.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** An HTTP API of this machine that takes whatever comes, as fast as it comes. */
final class FastSink implements AutoCloseable {

    private static final byte[] MEMBER = "\"person\":".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final AtomicLong people = new AtomicLong();
    private final List<Long> requests = Collections.synchronizedList(new ArrayList<>());

    FastSink() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How many people came. */
    long people() {
        return people.get();
    }

    /** From now on what comes is counted anew. */
    void forget() {
        people.set(0);
        requests.clear();
    }

    /** How many requests came. */
    int requests() {
        return requests.size();
    }

    /** The seconds from the first request to the last. */
    double seconds() {
        return (requests.get(requests.size() - 1) - requests.get(0)) / 1e9;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(System.nanoTime());
            people.addAndGet(count(exchange.getRequestBody().readAllBytes()));
            byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static int count(byte[] body) {
        int found = 0;
        for (int at = 0; at + MEMBER.length <= body.length; at++) {
            int matched = 0;
            while (matched < MEMBER.length && body[at + matched] == MEMBER[matched]) {
                matched++;
            }
            found += matched == MEMBER.length ? 1 : 0;
        }
        return found;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
