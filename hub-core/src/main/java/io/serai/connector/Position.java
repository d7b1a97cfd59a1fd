package io.serai.connector;

import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import io.serai.spi.Cursor;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far a declarative stream was read. Between passes only {@code seen} is set; {@code from} and {@code at} are set in the
 * middle of one.
 *
 * @param seen the latest change that was seen
 * @param from the time from which the pass asks for changes
 * @param at where the next page is: a token, an address or a number
 */
record Position(Optional<Instant> seen, Optional<Instant> from, Optional<Object> at) {

    static final Position START = new Position(Optional.empty(), Optional.empty(), Optional.empty());

    static Position of(Cursor cursor) {
        if (cursor.isStart()) {
            return START;
        }
        try {
            if (Json.read(cursor.value().getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> map) {
                return new Position(
                        instant(map.get("seen")), instant(map.get("from")), Optional.ofNullable(map.get("at")));
            }
        } catch (IOException | DateTimeException notOurs) {
            throw lost();
        }
        throw lost();
    }

    Cursor cursor() {
        Map<String, Object> map = new LinkedHashMap<>();
        seen.ifPresent(time -> map.put("seen", time.toString()));
        from.ifPresent(time -> map.put("from", time.toString()));
        at.ifPresent(place -> map.put("at", place));
        return map.isEmpty() ? Cursor.START : new Cursor(Json.write(map));
    }

    /** The number of the next page or record, or the first one. */
    long number(long first) {
        return at.map(place -> new BigDecimal(place.toString()).longValue()).orElse(first);
    }

    private static Optional<Instant> instant(Object value) {
        return Optional.ofNullable(value).map(Object::toString).map(Instant::parse);
    }

    private static ConnectorException lost() {
        return new ConnectorException(
                Kind.CURSOR_LOST,
                "The checkpoint of this stream was not written by this connector; it is read from the start.");
    }
}
