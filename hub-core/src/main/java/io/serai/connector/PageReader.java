package io.serai.connector;

import io.serai.connector.ReadDefinition.Paging;
import io.serai.connector.ReadDefinition.Since;
import io.serai.spi.Change;
import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import io.serai.spi.Cursor;
import io.serai.spi.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the pages of one stream. */
final class PageReader {

    private final ReadDefinition read;
    private final Exchange exchange;
    private final Waiting waiting;
    private final RecordReader records;

    PageReader(ReadDefinition read, Exchange exchange, Waiting waiting) {
        this.read = read;
        this.exchange = exchange;
        this.waiting = waiting;
        this.records = new RecordReader(read);
    }

    Page read(Cursor after) {
        Position position = Position.of(after);
        try {
            return page(position);
        } catch (ConnectorException e) {
            if (e.kind() != Kind.CURSOR_LOST || position.at().isEmpty()) {
                throw e;
            }
            // The place within the pass is lost, not the pass: it starts over where it began.
            return page(new Position(
                    position.from().map(from -> from.plus(overlap())), Optional.empty(), Optional.empty()));
        }
    }

    private Page page(Position position) {
        Optional<Instant> from =
                position.at().isPresent() ? position.from() : position.seen().map(seen -> seen.minus(overlap()));
        Scope scope = scope(position, from);
        boolean given = position.at().isPresent() && (read.paging() instanceof Paging.Link || isUrl());
        String url = given ? exchange.resolve(position.at().get().toString()) : exchange.url(read.request(), scope);
        Answer answer = exchange.send(read.request(), url, scope, true).orThrow();
        List<?> found = list(answer, url);
        List<Change> changes = records.changes(found);
        Optional<Instant> seen = latest(position.seen(), found);
        Optional<Object> at = next(position, answer, found.size());
        if (at.isEmpty()) {
            return new Page(changes, new Position(seen, Optional.empty(), Optional.empty()).cursor(), true);
        }
        if (at.equals(position.at())) {
            throw new ConnectorException(
                    Kind.TRANSIENT, "The system names the same page as the next one again: it would be read for ever.");
        }
        return new Page(changes, moved(from, seen, at.get()).cursor(), false);
    }

    /** Sorted pages move with the time; the offset only counts what shares the overlap. */
    private Position moved(Optional<Instant> from, Optional<Instant> seen, Object at) {
        boolean byTime = read.since().map(Since::sorted).orElse(false)
                && (read.paging() instanceof Paging.Offset || read.paging() instanceof Paging.Number);
        Optional<Instant> later = seen.map(time -> time.minus(overlap()));
        if (byTime && later.isPresent() && (from.isEmpty() || later.get().isAfter(from.get()))) {
            long first = read.paging() instanceof Paging.Number number ? number.first() : 0;
            return new Position(seen, later, Optional.of(first));
        }
        return new Position(seen, from, Optional.of(at));
    }

    private Scope scope(Position position, Optional<Instant> from) {
        Scope scope = exchange.settings();
        if (read.since().isPresent() && from.isPresent()) {
            scope = scope.with("since", read.since().get().format().print(from.get()));
        }
        if (read.paging() instanceof Paging.Number number) {
            return scope.with("page", position.number(number.first()));
        }
        if (read.paging() instanceof Paging.Offset) {
            return scope.with("offset", position.number(0));
        }
        return position.at().isPresent()
                ? scope.with("token", position.at().get().toString())
                : scope;
    }

    private Optional<Object> next(Position position, Answer answer, int count) {
        if (read.paging() instanceof Paging.Token token) {
            boolean more = token.more().map(path -> path.says(answer.body())).orElse(true);
            Object next = token.token().read(answer.body());
            return more && next != null && !next.toString().isBlank() ? Optional.of(next.toString()) : Optional.empty();
        }
        if (read.paging() instanceof Paging.Link) {
            return LinkHeader.next(answer.headers().get("link")).map(Object.class::cast);
        }
        if (read.paging() instanceof Paging.Number number) {
            boolean more = number.more().map(path -> path.says(answer.body())).orElse(true);
            return count > 0 && more ? Optional.of(position.number(number.first()) + 1) : Optional.empty();
        }
        if (read.paging() instanceof Paging.Offset offset) {
            long reached = position.number(0) + count;
            boolean more = offset.total()
                    .map(path -> path.texts(answer.body()))
                    .filter(texts -> !texts.isEmpty())
                    .map(texts -> reached < Long.parseLong(texts.get(0)))
                    .orElse(true);
            return count > 0 && more ? Optional.of(reached) : Optional.empty();
        }
        return Optional.empty();
    }

    private List<?> list(Answer answer, String url) {
        if (read.records().read(answer.body()) instanceof List<?> list) {
            return list;
        }
        throw new ConnectorException(
                Kind.TRANSIENT,
                exchange.clean(read.request().method() + " " + url + " answered without the list \"" + read.records()
                        + "\" that this connector expects."));
    }

    /** A time in the future is a clock that is wrong: following it would pass over everything until then. */
    private Optional<Instant> latest(Optional<Instant> before, List<?> found) {
        if (read.since().isEmpty()) {
            return Optional.empty();
        }
        Since since = read.since().get();
        Instant now = waiting.now();
        Instant latest = before.orElse(null);
        for (Object record : found) {
            Instant time = since.format().parse(since.field().read(record)).orElse(null);
            if (time == null) {
                continue;
            }
            Instant seen = time.isAfter(now) ? now : time;
            latest = latest == null || seen.isAfter(latest) ? seen : latest;
        }
        return Optional.ofNullable(latest);
    }

    private Duration overlap() {
        return read.since().map(Since::overlap).orElse(Duration.ZERO);
    }

    private boolean isUrl() {
        return read.paging() instanceof Paging.Token token && token.url();
    }
}
