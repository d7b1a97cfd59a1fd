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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the records of a first load say, beside the store until it is settled: a file without a name where the system allows it, for
 * it holds people's data. Facts are found again by their offsets; one part of them tells who, the other their traits and consents.
 */
final class SpilledFacts implements AutoCloseable {

    private static final int BUFFER = 1 << 18;

    /** Facts never cross the end of a segment, which is mapped as one. */
    private static final long SEGMENT = 1L << 29;

    /** Instead of a length: there is no text. */
    private static final int NOTHING = 255;

    /** Instead of a length: it follows in four bytes. */
    private static final int LONG = 254;

    private final Path file;
    private final FileChannel channel;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<ByteBuffer> segments = new ArrayList<>();

    private byte[] waiting = new byte[BUFFER];
    private int length;
    /** Of the first byte that waits. */
    private long offset;

    /** @param store beside whose file it lies */
    SpilledFacts(Path store) throws IOException {
        file = store.resolveSibling(store.getFileName() + "-load");
        Files.deleteIfExists(file);
        channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** What a load that died has left, where files keep their names. */
    static void forget(Path store) throws IOException {
        Files.deleteIfExists(store.resolveSibling(store.getFileName() + "-load"));
    }

    /** Keeps the facts of one record; answers where. */
    long add(Facts facts) throws IOException {
        if (length > BUFFER / 2) {
            flush();
        }
        int start = length;
        number(0, 4);
        identifiers(facts.identifiers());
        evidence(facts.evidence());
        number(facts.said().size(), 1);
        facts.said().forEach(this::text);
        int who = length - start;
        named(facts.traits());
        named(facts.consents());
        ByteBuffer.wrap(waiting).putInt(start, who);
        return placed(start);
    }

    /** Moves what was just written to the next segment when it would cross the end of this one. */
    private long placed(int start) throws IOException {
        long end = offset + length;
        long segment = (offset + start) / SEGMENT;
        if (segment == (end - 1) / SEGMENT) {
            return offset + start;
        }
        byte[] last = Arrays.copyOfRange(waiting, start, length);
        length = start;
        flush();
        offset = (segment + 1) * SEGMENT;
        room(last.length);
        System.arraycopy(last, 0, waiting, 0, last.length);
        length = last.length;
        return offset;
    }

    private void identifiers(List<Identifier> identifiers) {
        number(identifiers.size(), 2);
        for (Identifier each : identifiers) {
            name(each.name());
            text(each.value());
        }
    }

    private void evidence(Evidence evidence) {
        text(evidence.firstName());
        text(evidence.lastName());
        text(evidence.birthDate());
    }

    private void named(Map<String, ?> values) {
        number(values.size(), 2);
        values.forEach((name, value) -> {
            name(name);
            value(value);
        });
    }

    private void value(Object value) {
        if (value instanceof Long whole) {
            number(1, 1);
            number(whole, 8);
        } else if (value instanceof Double decimal) {
            number(2, 1);
            number(Double.doubleToRawLongBits(decimal), 8);
        } else if (value instanceof String text) {
            number(3, 1);
            text(text);
        } else {
            throw new IllegalArgumentException("Not a value of a trait: " + value.getClass());
        }
    }

    private void name(String name) {
        number(
                numbers.computeIfAbsent(name, key -> {
                    names.add(key);
                    return names.size() - 1;
                }),
                2);
    }

    private void text(String text) {
        if (text == null) {
            number(NOTHING, 1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < LONG) {
            number(bytes.length, 1);
        } else {
            number(LONG, 1);
            number(bytes.length, 4);
        }
        room(bytes.length);
        System.arraycopy(bytes, 0, waiting, length, bytes.length);
        length += bytes.length;
    }

    private void number(long number, int bytes) {
        room(bytes);
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            waiting[length++] = (byte) (number >>> shift);
        }
    }

    private void room(int wanted) {
        if (length + wanted > waiting.length) {
            waiting = Arrays.copyOf(waiting, Math.max(waiting.length * 2, length + wanted));
        }
    }

    private void flush() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(waiting, 0, length);
        long at = offset;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
        offset = at;
        length = 0;
    }

    /** To be called before the first is read; nothing may be added after that. */
    void complete() throws IOException {
        flush();
        for (long start = 0; start < offset; start += SEGMENT) {
            segments.add(channel.map(FileChannel.MapMode.READ_ONLY, start, Math.min(SEGMENT, offset - start)));
        }
    }

    private ByteBuffer at(long place) {
        return segments.get((int) (place / SEGMENT)).duplicate().position((int) (place % SEGMENT));
    }

    /** What somebody is known by. */
    List<Identifier> identifiers(long place) {
        return identifiers(at(place + 4));
    }

    private List<Identifier> identifiers(ByteBuffer bytes) {
        int size = bytes.getShort();
        List<Identifier> identifiers = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            identifiers.add(new Identifier(names.get(bytes.getShort()), text(bytes)));
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
        bytes.position((int) (place % SEGMENT) + bytes.getInt());
        Map<String, Object> traits = new HashMap<>();
        for (int left = bytes.getShort(); left > 0; left--) {
            traits.put(names.get(bytes.getShort()), value(bytes));
        }
        Map<String, String> consents = new HashMap<>();
        for (int left = bytes.getShort(); left > 0; left--) {
            consents.put(names.get(bytes.getShort()), (String) value(bytes));
        }
        return facts(List.of(), Evidence.NONE, List.of(), traits, consents);
    }

    private static Facts facts(
            List<Identifier> identifiers,
            Evidence evidence,
            List<String> said,
            Map<String, Object> traits,
            Map<String, String> consents) {
        return new Facts(
                identifiers,
                evidence,
                said,
                traits,
                consents,
                java.util.Optional.empty(),
                List.of(),
                java.util.Optional.empty());
    }

    private static Object value(ByteBuffer bytes) {
        return switch (bytes.get()) {
            case 1 -> bytes.getLong();
            case 2 -> Double.longBitsToDouble(bytes.getLong());
            default -> text(bytes);
        };
    }

    private static String text(ByteBuffer bytes) {
        int length = Byte.toUnsignedInt(bytes.get());
        if (length == NOTHING) {
            return null;
        }
        if (length == LONG) {
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
