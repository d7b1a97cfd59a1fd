package io.serai.config;

import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.parser.Parser;

/** Refuses nesting so deep that reading it would exhaust the stack. */
final class DepthLimitedParser implements Parser {

    static final int DEEPEST = 100;

    private final Parser events;
    private int depth;

    DepthLimitedParser(Parser events) {
        this.events = events;
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return events.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return events.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return events.hasNext();
    }

    @Override
    public Event next() {
        Event event = events.next();
        switch (event.getEventId()) {
            case MappingStart, SequenceStart -> depth++;
            case MappingEnd, SequenceEnd -> depth--;
            default -> {}
        }
        if (depth > DEEPEST) {
            throw new ParserException("more than " + DEEPEST + " levels of nesting", event.getStartMark());
        }
        return event;
    }
}
