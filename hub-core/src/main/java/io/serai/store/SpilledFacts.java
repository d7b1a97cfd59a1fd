package io.serai.store;

import io.serai.identity.Evidence;
import io.serai.identity.Identifier;
import io.serai.profile.Facts;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the records of a first load say, in a file until it is settled. Facts are found again by their offsets; one part of them tells
 * who, the other their traits and consents.
 */
final class SpilledFacts implements AutoCloseable {

    private final SpillFile file;
    private final FactBytes bytes = new FactBytes();
    private final ThreadLocal<SpillWindow> window;

    /** @param store beside whose file it lies */
    SpilledFacts(Path store) {
        file = new SpillFile(store, "-load");
        window = ThreadLocal.withInitial(() -> new SpillWindow(file));
    }

    /** Keeps the facts of one record; answers where. */
    long add(Facts facts) {
        return file.add(bytes.of(facts));
    }

    /** To be called before the first is read; nothing may be added after that. */
    void complete() {
        file.complete();
    }

    /** All bytes of some facts. */
    private ByteBuffer at(long place) {
        SpillWindow near = window.get();
        ByteBuffer header = near.at(place, FactBytes.HEADER);
        return near.at(place, header.getInt());
    }

    /** What somebody is known by. */
    List<Identifier> identifiers(long place) {
        return identifiers(who(at(place)));
    }

    private static ByteBuffer who(ByteBuffer facts) {
        return facts.position(facts.position() + FactBytes.HEADER);
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
        ByteBuffer bytes = who(at(place));
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
        bytes.position(bytes.position() + bytes.getInt(bytes.position() + 4));
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
    public void close() {
        file.close();
    }
}
