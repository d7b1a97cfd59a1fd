package io.serai.connector;

import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import io.serai.spi.HttpDoor;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one way to HTTP of one connection. Waits for its turn, obeys {@code Retry-After}, and otherwise backs off twice as long
 * each time, with jitter, until its patience is at an end. Thread-safe.
 */
final class PatientDoor implements HttpDoor {

    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(20);

    private final Supplier<HttpTransport> transport;
    private final AllowedHosts hosts;
    private final Optional<Throttle> throttle;
    private final Patience patience;
    private final Waiting waiting;
    private final Redaction redaction;

    PatientDoor(
            Supplier<HttpTransport> transport,
            AllowedHosts hosts,
            Optional<Throttle> throttle,
            Patience patience,
            Waiting waiting,
            Redaction redaction) {
        this.transport = transport;
        this.hosts = hosts;
        this.throttle = throttle;
        this.patience = patience;
        this.waiting = waiting;
        this.redaction = redaction;
    }

    @Override
    public Response send(Request request) {
        return send(request, response -> Optional.empty());
    }

    /**
     * Sends a request to a system that also says inside a successful answer that it is busy.
     *
     * @param busy how long to wait, zero when the answer does not say; empty for an answer that is one
     */
    Response send(Request request, Function<Response, Optional<Duration>> busy) {
        try {
            hosts.check(request.url());
        } catch (ConnectorException e) {
            throw new ConnectorException(e.kind(), redaction.clean(e.getMessage()));
        }
        boolean repeatable = request.repeatable() || SAFE.contains(request.method());
        Duration waited = Duration.ZERO;
        for (int attempt = 1; ; attempt++) {
            Failure failure = attempt(request, busy);
            if (failure.answer != null) {
                return failure.answer;
            }
            Duration pause = failure.retryAfter.orElseGet(backoff(attempt));
            boolean patient = attempt < patience.attempts()
                    && waited.plus(pause).compareTo(patience.longest()) <= 0
                    && (repeatable || failure.nothingDone);
            if (!patient) {
                throw new ConnectorException(
                        failure.kind,
                        redaction.clean(failure.message),
                        failure.retryAfter.orElse(null),
                        failure.cause == null ? null : new IOException(redaction.clean(failure.cause.toString())));
            }
            if (failure.kind == Kind.RATE_LIMITED) {
                throttle.ifPresent(it -> it.holdOff(pause));
            }
            waiting.pause(pause);
            waited = waited.plus(pause);
        }
    }

    private Failure attempt(Request request, Function<Response, Optional<Duration>> busy) {
        throttle.ifPresent(Throttle::takeTurn);
        String place = request.method() + " " + request.url().replaceFirst("\\?.*", "");
        Response response;
        try {
            response = transport.get().exchange(request, patience.mostBytes());
        } catch (ConnectException e) {
            return new Failure(
                    null,
                    Kind.TRANSIENT,
                    place + " failed: nobody answers there ("
                            + Wording.sentence(e).replaceFirst("\\.$", "") + ").",
                    Optional.empty(),
                    true,
                    e);
        } catch (IOException e) {
            return new Failure(
                    null, Kind.TRANSIENT, place + " failed: " + Wording.sentence(e), Optional.empty(), false, e);
        }
        Optional<Duration> retryAfter = RetryAfter.of(response, waiting.now());
        if (response.status() == 429) {
            return new Failure(
                    null, Kind.RATE_LIMITED, place + " was refused: too many requests.", retryAfter, true, null);
        }
        if (response.status() >= 500) {
            return new Failure(
                    null,
                    Kind.TRANSIENT,
                    place + " failed: the system answered " + response.status() + ".",
                    retryAfter,
                    false,
                    null);
        }
        Optional<Duration> wait = busy.apply(response);
        if (wait.isPresent()) {
            return new Failure(
                    null,
                    Kind.RATE_LIMITED,
                    place + " was refused: the system is busy.",
                    wait.filter(time -> !time.isZero()).or(() -> retryAfter),
                    true,
                    null);
        }
        return new Failure(response, null, null, Optional.empty(), false, null);
    }

    private Supplier<Duration> backoff(int attempt) {
        return () -> {
            long millis = Math.min(patience.first().toMillis() << (attempt - 1), LONGEST_BACKOFF.toMillis());
            return Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
        };
    }

    /**
     * What came of one attempt: an answer, or what is known about why there is none.
     *
     * @param nothingDone whether the system certainly did nothing, so that any request can be sent again
     */
    private record Failure(
            Response answer,
            Kind kind,
            String message,
            Optional<Duration> retryAfter,
            boolean nothingDone,
            IOException cause) {}
}
