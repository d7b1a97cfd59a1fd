package io.serai.sync;

import io.serai.profile.IdentityEvent;
import io.serai.profile.IdentityEvents;
import io.serai.profile.ProfileId;
import io.serai.record.StreamName;
import io.serai.spi.Change;
import io.serai.spi.ConnectorException;
import io.serai.spi.Cursor;
import io.serai.spi.Page;
import io.serai.spi.Source;
import io.serai.spi.Stream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What became of profiles, read like the stream of a connection: page by page, from where the route's last run came to. */
public final class IdentityEventSource implements Source {

    /** The name under which routes keep how far they have read. */
    public static final StreamName NAME = new StreamName("hub", "identity");

    /** Events as a stream: what is new since the checkpoint. */
    public static final Stream STREAM = new Stream(
            NAME.stream(),
            Stream.Kind.EVENT,
            List.of(),
            List.of("event"),
            Optional.of(Stream.ReadMode.INCREMENTAL),
            Set.of(),
            Optional.empty(),
            1,
            Optional.empty());

    private static final int PAGE = 500;

    private final IdentityEvents events;
    private final Set<String> kinds;

    /** @param kinds only events of these */
    public IdentityEventSource(IdentityEvents events, Set<String> kinds) {
        this.events = events;
        this.kinds = Set.copyOf(kinds);
    }

    @Override
    public Page read(Stream stream, Cursor after) {
        // Asked for first: what happens meanwhile is read by the next run.
        long last = events.last();
        List<IdentityEvent> page = events.after(number(after), kinds, PAGE);
        boolean full = page.size() == PAGE;
        long read = page.isEmpty() ? number(after) : page.get(page.size() - 1).id();
        long next = full ? read : Math.max(read, last);
        return new Page(page.stream().<Change>map(IdentityEventSource::change).toList(), cursor(next), !full);
    }

    private static Change change(IdentityEvent event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("event", event.id());
        fields.put("kind", event.kind());
        fields.put("profile_id", ProfileId.text(event.profile()));
        fields.put("other_id", event.other() == 0 ? null : ProfileId.text(event.other()));
        fields.put("at", event.at().toString());
        fields.put("why", event.why());
        return new Change.Upsert(String.valueOf(event.id()), fields);
    }

    private static Cursor cursor(long event) {
        return event == 0 ? Cursor.START : new Cursor(String.valueOf(event));
    }

    private static long number(Cursor cursor) {
        try {
            return cursor.isStart() ? 0 : Long.parseLong(cursor.value());
        } catch (NumberFormatException e) {
            throw new ConnectorException(
                    ConnectorException.Kind.CURSOR_LOST, "\"" + cursor.value() + "\" is no number of an event");
        }
    }

    @Override
    public void check() {}

    @Override
    public List<Stream> streams() {
        return List.of(STREAM);
    }
}
