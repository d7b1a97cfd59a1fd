package io.serai.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Very many short texts, by their places: a byte for most letters and four for each. */
final class KeptTexts {

    private byte[] bytes = new byte[1024];
    /** By place the end of its text. */
    private final int[] until;

    /** @param size how many places there are, from 0 */
    KeptTexts(int size) {
        until = new int[size];
    }

    /** Keeps a text, null as nothing; places come in their order, each once. */
    void put(int place, String text) {
        int start = start(place);
        byte[] added = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        if (start + added.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, start + added.length));
        }
        System.arraycopy(added, 0, bytes, start, added.length);
        until[place] = start + added.length;
    }

    /** The text of a place; null when it is empty. */
    String get(int place) {
        int start = start(place);
        return until[place] == start ? null : new String(bytes, start, until[place] - start, StandardCharsets.UTF_8);
    }

    private int start(int place) {
        return place == 0 ? 0 : until[place - 1];
    }
}
