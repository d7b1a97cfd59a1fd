package io.serai.camel;

import io.serai.connector.HttpTransport;
import io.serai.spi.HttpDoor.Request;
import io.serai.spi.HttpDoor.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.hc.client5.http.ConnectTimeoutException;

/**
 * HTTP by camel-http, with a component of its own: routes cannot change its options, and it follows no redirects, keeps no
 * cookies and retries nothing by itself. Thread-safe.
 */
public final class CamelHttpTransport implements HttpTransport, AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final HttpComponent component = new HttpComponent();
    private final Endpoint endpoint;
    private final AsyncProducer producer;

    /**
     * Starts the transport.
     *
     * @param camel the hub's Camel context
     * @param timeout the longest wait for the beginning of an answer, and for each further piece of it
     */
    public CamelHttpTransport(CamelContext camel, Duration timeout) {
        component.setCamelContext(camel);
        component.setConnectTimeout(CONNECT.toMillis());
        component.setConnectionRequestTimeout(timeout.toMillis());
        component.setResponseTimeout(timeout.toMillis());
        component.setSoTimeout(timeout.toMillis());
        component.setHttpClientConfigurer(client ->
                client.disableAutomaticRetries().disableRedirectHandling().disableCookieManagement());
        component.setHeaderFilterStrategy(new OnlyOurs());
        try {
            ServiceHelper.startService(component);
            endpoint = component.createEndpoint("http://localhost?throwExceptionOnFailure=false&disableStreamCache=true"
                    + "&copyHeaders=false&deleteWithBody=true");
            producer = endpoint.createAsyncProducer();
            ServiceHelper.startService(endpoint, producer);
        } catch (Exception e) {
            throw new IllegalStateException("The HTTP client cannot be started: " + e.getMessage(), e);
        }
    }

    @Override
    public Response exchange(Request request, int mostBytes) throws IOException {
        Exchange exchange = endpoint.createExchange(ExchangePattern.InOut);
        URI url = URI.create(request.url());
        Map<String, Object> headers = new LinkedHashMap<>(request.headers());
        headers.put(Exchange.HTTP_URI, request.url().replaceFirst("\\?.*", ""));
        headers.put(Exchange.HTTP_METHOD, request.method());
        if (url.getRawQuery() != null) {
            headers.put(Exchange.HTTP_RAW_QUERY, url.getRawQuery());
        }
        if (request.headers().containsKey("content-type")) {
            headers.put(Exchange.CONTENT_TYPE, request.headers().get("content-type"));
        }
        exchange.getMessage().setHeaders(headers);
        exchange.getMessage().setBody(request.body());
        try {
            producer.process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
            return response(exchange, mostBytes);
        } catch (ConnectTimeoutException | UnknownHostException e) {
            ConnectException notSent = new ConnectException(e.getMessage());
            notSent.initCause(e);
            throw notSent;
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            List<Synchronization> completions = exchange.getExchangeExtension().handoverCompletions();
            if (completions != null) {
                completions.forEach(completion -> completion.onComplete(exchange));
            }
        }
    }

    private static Response response(Exchange exchange, int mostBytes) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getMessage().getHeaders().forEach((name, value) -> {
            if (value != null) {
                headers.put(name.toLowerCase(Locale.ROOT), value.toString());
            }
        });
        int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        return new Response(status, headers, body(exchange, mostBytes));
    }

    private static byte[] body(Exchange exchange, int mostBytes) throws IOException {
        try (InputStream stream = exchange.getMessage().getBody(InputStream.class)) {
            if (stream == null) {
                return new byte[0];
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[16 << 10];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                bytes.write(buffer, 0, read);
                if (bytes.size() > mostBytes) {
                    throw new IOException("the answer has more than " + (mostBytes >> 20) + " MB");
                }
            }
            return bytes.toByteArray();
        }
    }

    @Override
    public void close() {
        ServiceHelper.stopAndShutdownServices(producer, endpoint, component);
    }

    /** Sends the headers of the request and nothing of Camel's; takes every header of the answer. */
    private static final class OnlyOurs implements HeaderFilterStrategy {

        @Override
        public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
            return name.startsWith("Camel") || name.equalsIgnoreCase("content-length") || name.equalsIgnoreCase("host");
        }

        @Override
        public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
            return name.startsWith("Camel");
        }
    }
}
