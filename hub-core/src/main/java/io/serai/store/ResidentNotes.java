package io.serai.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What is noted of people who have an address, in a file, person after person. Written first, then read, by one thread at a time. */
final class ResidentNotes implements AutoCloseable {

    /** The length of it all, who, the hash of the address, how many contacts; what is left is the surname. */
    private static final int HEADER = 4 + 4 + 8 + 4;

    private final SpillFile file;
    private final SpillWindow window;
    private ByteBuffer row = ByteBuffer.allocate(256);

    /**
     * A note.
     *
     * @param block a hash of the address
     * @param contacts hashes of e-mail addresses and phone numbers
     * @param familyName as it was written; null when it is not known
     * @param end where the next is
     */
    record Note(int profile, long block, long[] contacts, String familyName, long end) {}

    /** @param store beside whose file it lies */
    ResidentNotes(Path store) {
        file = new SpillFile(store, "-residents");
        window = new SpillWindow(file);
    }

    /** Answers where it is. */
    long add(int profile, long block, long[] contacts, String familyName) {
        byte[] name = familyName == null ? new byte[0] : familyName.getBytes(StandardCharsets.UTF_8);
        int length = HEADER + 8 * contacts.length + name.length;
        if (length > row.capacity()) {
            row = ByteBuffer.allocate(length);
        }
        row.clear().putInt(length).putInt(profile).putLong(block).putInt(contacts.length);
        for (long contact : contacts) {
            row.putLong(contact);
        }
        return file.add(row.put(name).flip());
    }

    /** To be called before the first is read; nothing may be added after that. */
    void complete() {
        file.complete();
    }

    Note at(long place) {
        int length = window.at(place, HEADER).getInt();
        ByteBuffer bytes = window.at(place, length);
        int end = bytes.position() + length;
        int profile = bytes.position(bytes.position() + 4).getInt();
        long block = bytes.getLong();
        long[] contacts = new long[bytes.getInt()];
        for (int i = 0; i < contacts.length; i++) {
            contacts[i] = bytes.getLong();
        }
        byte[] name = new byte[end - bytes.position()];
        bytes.get(name);
        return new Note(
                profile,
                block,
                contacts,
                name.length == 0 ? null : new String(name, StandardCharsets.UTF_8),
                place + length);
    }

    @Override
    public void close() {
        file.close();
    }
}
