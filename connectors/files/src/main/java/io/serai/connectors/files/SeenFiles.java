package io.serai.connectors.files;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

/** A set of file states as cursor text: eight bytes a file, sorted. */
final class SeenFiles {

    private SeenFiles() {}

    static String encode(Set<Long> states) {
        ByteBuffer bytes = ByteBuffer.allocate(states.size() * Long.BYTES);
        states.stream().sorted().forEach(bytes::putLong);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes.array());
    }

    static Set<Long> decode(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        if (bytes.remaining() % Long.BYTES != 0) {
            throw new IllegalArgumentException("not a list of file states");
        }
        Set<Long> states = new HashSet<>();
        while (bytes.hasRemaining()) {
            states.add(bytes.getLong());
        }
        return states;
    }
}
