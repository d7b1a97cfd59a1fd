package io.serai.store;

import io.serai.identity.Evidence;
import io.serai.identity.Identifier;
import io.serai.profile.Facts;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The bytes of facts, as they are put together: four for the length of them all, four for that of who it is, then identifiers, evidence
 * and compared fields, then traits and consents. Names of identifiers and traits are written by number.
 */
final class FactBytes {

    /** So many bytes tell lengths. */
    static final int HEADER = 8;

    /** Instead of a length: there is no text. */
    static final int NOTHING = 255;

    /** Instead of a length: it follows in four bytes. */
    static final int LONG = 254;

    /** Before a value: what it is. */
    static final int WHOLE = 1;

    static final int DECIMAL = 2;
    static final int TEXT = 3;

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    private byte[] waiting = new byte[1 << 12];
    private int length;

    /** The bytes of one record's facts; to be read before the next are asked for. */
    ByteBuffer of(Facts facts) {
        length = 0;
        number(0, HEADER);
        identifiers(facts.identifiers());
        evidence(facts.evidence());
        number(facts.said().size(), 1);
        facts.said().forEach(this::text);
        int who = length;
        named(facts.traits());
        named(facts.consents());
        return ByteBuffer.wrap(waiting, 0, length).putInt(length).putInt(who).rewind();
    }

    private void add(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, waiting, length, bytes.length);
        length += bytes.length;
    }

    String name(int number) {
        return names.get(number);
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
            number(WHOLE, 1);
            number(whole, 8);
        } else if (value instanceof Double decimal) {
            number(DECIMAL, 1);
            number(Double.doubleToRawLongBits(decimal), 8);
        } else if (value instanceof String text) {
            number(TEXT, 1);
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
        add(bytes);
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
}
