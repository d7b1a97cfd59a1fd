package io.serai.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A JSON service that only this machine can reach. Like the real ones it has a bad moment: one request meets a limit (429),
 * another a fault (503).
 */
final class LoopbackServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int THROTTLED_REQUEST = 3;
    private static final int FAILED_REQUEST = 5;

    private final HttpServer server;
    private final ExecutorService threads;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger faults = new AtomicInteger();

    private LoopbackServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts on a fixed port, because the connection's file names it.
     *
     * @throws DemoException when the port is taken
     */
    static LoopbackServer start(String name, int port, Service service) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 50);
            ExecutorService threads = Executors.newFixedThreadPool(2, work -> {
                Thread thread = new Thread(work, "demo-" + name);
                thread.setDaemon(true);
                return thread;
            });
            LoopbackServer loopback = new LoopbackServer(server, threads);
            server.setExecutor(threads);
            server.createContext("/", exchange -> loopback.handle(exchange, service));
            server.start();
            return loopback;
        } catch (BindException e) {
            throw new DemoException("Port " + port + " of this machine is taken, and the demo's fake " + name
                    + " needs it. Is another \"hub demo --stay\" running? Stop it, or give \"base_url\" in config/connections/"
                    + name + ".yaml another port.");
        } catch (IOException e) {
            throw new DemoException(
                    "The demo's fake " + name + " cannot listen on port " + port + ": " + e.getMessage());
        }
    }

    private void handle(HttpExchange exchange, Service service) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            int number = requests.incrementAndGet();
            if (number == THROTTLED_REQUEST) {
                faults.incrementAndGet();
                exchange.getResponseHeaders().set("Retry-After", "1");
                send(exchange, Answer.error(429, "Too many requests"));
            } else if (number == FAILED_REQUEST) {
                faults.incrementAndGet();
                send(exchange, Answer.error(503, "Back in a moment"));
            } else {
                send(exchange, answer(exchange, body, service));
            }
        }
    }

    private Answer answer(HttpExchange exchange, byte[] body, Service service) throws IOException {
        try {
            JsonNode json = body.length == 0 ? JSON.nullNode() : JSON.readTree(body);
            return service.answer(new Request(exchange, json));
        } catch (JsonProcessingException e) {
            return Answer.error(400, "The body is not JSON");
        } catch (IllegalArgumentException e) {
            return Answer.error(400, e.getMessage());
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.status() == 204) {
            exchange.sendResponseHeaders(204, -1);
            return;
        }
        byte[] body = JSON.writeValueAsBytes(answer.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    /** How many requests came. */
    int requests() {
        return requests.get();
    }

    /** How many of them met a bad moment. */
    int faults() {
        return faults.get();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** What a fake answers. */
    @FunctionalInterface
    interface Service {
        Answer answer(Request request) throws IOException;
    }

    /** One request with its body as JSON (null node for none). */
    record Request(HttpExchange exchange, JsonNode body) {

        String method() {
            return exchange.getRequestMethod();
        }

        String path() {
            return exchange.getRequestURI().getPath();
        }

        String header(String name) {
            String value = exchange.getRequestHeaders().getFirst(name);
            return value == null ? "" : value;
        }

        /** A parameter of the query, or the fallback. */
        String parameter(String name, String fallback) {
            String query = exchange.getRequestURI().getRawQuery();
            if (query != null) {
                for (String pair : query.split("&")) {
                    int equals = pair.indexOf('=');
                    if (equals > 0 && pair.substring(0, equals).equals(name)) {
                        return java.net.URLDecoder.decode(
                                pair.substring(equals + 1), java.nio.charset.StandardCharsets.UTF_8);
                    }
                }
            }
            return fallback;
        }
    }

    /** One answer. */
    record Answer(int status, JsonNode body) {

        static Answer ok(JsonNode body) {
            return new Answer(200, body);
        }

        static Answer empty() {
            return new Answer(204, JSON.nullNode());
        }

        static Answer error(int status, String detail) {
            return new Answer(
                    status, JSON.createObjectNode().put("status", status).put("detail", detail));
        }
    }
}
