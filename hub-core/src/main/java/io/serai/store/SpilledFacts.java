package io.serai.store;

import io.serai.identity.Evidence;
import io.serai.identity.Identifier;
import io.serai.profile.Facts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the records of a first load say, beside the store until it is settled: a file without a name where the system allows it, for
 * it holds people's data. Facts are found again by their offsets; one part of them tells who, the other their traits and consents.
 */
final class SpilledFacts implements AutoCloseable {

    /** So many bytes are written at once. */
    private static final int FLUSHED = 1 << 17;

    /** Facts never cross the end of a segment, which is mapped as one. */
    private static final long SEGMENT = 1L << 29;

    private final long segment;
    private final FileChannel channel;
    private final List<ByteBuffer> segments = new ArrayList<>();
    private final FactBytes bytes = new FactBytes();
    /** Of the first byte that waits. */
    private long offset;

    /** @param store beside whose file it lies */
    SpilledFacts(Path store) throws IOException {
        this(store, SEGMENT);
    }

    SpilledFacts(Path store, long segment) throws IOException {
        this.segment = segment;
        channel = beside(store, "-load");
    }

    /** Opens an empty file beside the store that goes away when it is closed. */
    static FileChannel beside(Path store, String suffix) throws IOException {
        // one is left by a process that died, where open files keep their names
        Path file = store.resolveSibling(store.getFileName() + suffix);
        Files.deleteIfExists(file);
        return FileChannel.open(
                file,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Keeps the facts of one record; answers where. */
    long add(Facts facts) throws IOException {
        if (bytes.length() > FLUSHED) {
            flush();
        }
        int start = bytes.length();
        bytes.add(facts);
        return placed(start);
    }

    /** Moves what was just written to the next segment when it would cross the end of this one. */
    private long placed(int start) throws IOException {
        long end = offset + bytes.length();
        long number = (offset + start) / segment;
        if (number == (end - 1) / segment) {
            return offset + start;
        }
        byte[] last = bytes.take(start);
        flush();
        offset = (number + 1) * segment;
        bytes.add(last);
        return offset;
    }

    private void flush() throws IOException {
        ByteBuffer waiting = bytes.take();
        long at = offset;
        while (waiting.hasRemaining()) {
            at += channel.write(waiting, at);
        }
        offset = at;
    }

    /** To be called before the first is read; nothing may be added after that. */
    void complete() throws IOException {
        flush();
        for (long start = 0; start < offset; start += segment) {
            segments.add(channel.map(FileChannel.MapMode.READ_ONLY, start, Math.min(segment, offset - start)));
        }
    }

    private ByteBuffer at(long place) {
        return segments.get((int) (place / segment)).duplicate().position((int) (place % segment));
    }

    /** What somebody is known by. */
    List<Identifier> identifiers(long place) {
        return identifiers(at(place + 4));
    }

    private List<Identifier> identifiers(ByteBuffer bytes) {
        int size = bytes.getShort();
        List<Identifier> identifiers = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            identifiers.add(new Identifier(this.bytes.name(bytes.getShort()), text(bytes)));
        }
        return identifiers;
    }

    /** What a record tells of who somebody is, without traits and consents. */
    Facts who(long place) {
        ByteBuffer bytes = at(place + 4);
        List<Identifier> identifiers = identifiers(bytes);
        Evidence evidence = new Evidence(text(bytes), text(bytes), text(bytes));
        int size = bytes.get();
        List<String> said = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            said.add(text(bytes));
        }
        return facts(identifiers, evidence, said, Map.of(), Map.of());
    }

    /** A record's traits and consents alone. */
    Facts traits(long place) {
        ByteBuffer bytes = at(place);
        bytes.position((int) (place % segment) + bytes.getInt());
        Map<String, Object> traits = new HashMap<>();
        for (int left = bytes.getShort(); left > 0; left--) {
            traits.put(this.bytes.name(bytes.getShort()), value(bytes));
        }
        Map<String, String> consents = new HashMap<>();
        for (int left = bytes.getShort(); left > 0; left--) {
            consents.put(this.bytes.name(bytes.getShort()), (String) value(bytes));
        }
        return facts(List.of(), Evidence.NONE, List.of(), traits, consents);
    }

    private static Facts facts(
            List<Identifier> identifiers,
            Evidence evidence,
            List<String> said,
            Map<String, Object> traits,
            Map<String, String> consents) {
        return new Facts(identifiers, evidence, said, traits, consents, Optional.empty(), List.of(), Optional.empty());
    }

    private static Object value(ByteBuffer bytes) {
        return switch (bytes.get()) {
            case FactBytes.WHOLE -> bytes.getLong();
            case FactBytes.DECIMAL -> Double.longBitsToDouble(bytes.getLong());
            default -> text(bytes);
        };
    }

    private static String text(ByteBuffer bytes) {
        int length = Byte.toUnsignedInt(bytes.get());
        if (length == FactBytes.NOTHING) {
            return null;
        }
        if (length == FactBytes.LONG) {
            length = bytes.getInt();
        }
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        segments.clear();
        channel.close();
    }
}
