package io.serai.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits in files beside the store comes back as it was. */
class SpillFileTest {

    @TempDir
    private Path folder;

    private SpillFile file() {
        return new SpillFile(folder.resolve("hub.db"), "-test");
    }

    private static byte[] bytes(Random random, int most) {
        byte[] bytes = new byte[random.nextInt(most)];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void what_was_added_last_is_read_before_it_is_written() {
        Random random = new Random(1);
        try (SpillFile file = file()) {
            for (int i = 0; i < 2_000; i++) {
                byte[] added = bytes(random, 300);
                long place = file.add(ByteBuffer.wrap(added));
                ByteBuffer read = file.read(place, ByteBuffer.allocate(added.length));
                assertThat(read).isEqualTo(ByteBuffer.wrap(added));
            }
        }
    }

    @Test
    void a_window_shows_every_place_whatever_was_read_before() {
        Random random = new Random(2);
        List<byte[]> all = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        try (SpillFile file = file()) {
            for (int i = 0; i < 500; i++) {
                all.add(bytes(random, i % 50 == 0 ? 100_000 : 90));
                places.add(file.add(ByteBuffer.wrap(all.get(i))));
            }
            file.complete();
            SpillWindow window = new SpillWindow(file, 256);
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, all.size()).boxed().toList());
            order.addAll(order);
            Collections.shuffle(order.subList(0, all.size()), random);
            for (int i : order) {
                byte[] read = new byte[all.get(i).length];
                window.at(places.get(i), read.length).get(read);
                assertThat(read).isEqualTo(all.get(i));
            }
        }
    }

    @Test
    void pairs_of_one_hash_come_back_together_and_in_their_order() {
        Random random = new Random(3);
        List<List<Long>> numbers = new ArrayList<>();
        long[] hashes = random.longs(700).toArray();
        Arrays.stream(hashes).forEach(hash -> numbers.add(new ArrayList<>()));
        try (SpilledPairs pairs = new SpilledPairs(folder.resolve("hub.db"), "-test")) {
            for (long number = 0; number < 100_000; number++) {
                int which = random.nextInt(hashes.length);
                pairs.add(hashes[which], number);
                numbers.get(which).add(number);
            }
            List<List<Long>> found = new ArrayList<>(Collections.nCopies(hashes.length, null));
            for (int part = 0; part < pairs.parts(); part++) {
                long[] all = pairs.part(part);
                for (int which = 0; which < hashes.length; which++) {
                    List<Long> inPart = new ArrayList<>();
                    for (int i = 0; i < all.length; i += 2) {
                        if (all[i] == hashes[which]) {
                            inPart.add(all[i + 1]);
                        }
                    }
                    if (!inPart.isEmpty()) {
                        assertThat(found.set(which, inPart)).isNull();
                    }
                }
            }
            assertThat(found).isEqualTo(numbers);
        }
    }

    @Test
    void notes_of_people_come_back_one_after_the_other() {
        try (ResidentNotes notes = new ResidentNotes(folder.resolve("hub.db"))) {
            long first = notes.add(3, -5, new long[] {1, Long.MIN_VALUE}, "Łukasz-" + "ß".repeat(500));
            long second = notes.add(7, 9, new long[] {}, null);
            notes.complete();
            assertThat(notes.at(first).end()).isEqualTo(second);
            assertThat(notes.at(second)).satisfies(note -> {
                assertThat(note.profile()).isEqualTo(7);
                assertThat(note.block()).isEqualTo(9);
                assertThat(note.contacts()).isEmpty();
                assertThat(note.familyName()).isNull();
            });
            assertThat(notes.at(first)).satisfies(note -> {
                assertThat(note.profile()).isEqualTo(3);
                assertThat(note.block()).isEqualTo(-5);
                assertThat(note.contacts()).containsExactly(1, Long.MIN_VALUE);
                assertThat(note.familyName()).isEqualTo("Łukasz-" + "ß".repeat(500));
            });
        }
    }

    @Test
    void nothing_is_left_beside_the_store_and_what_a_dead_process_left_is_replaced() throws IOException {
        Files.writeString(folder.resolve("hub.db-test"), "left");
        try (SpillFile file = file()) {
            file.add(ByteBuffer.wrap(new byte[] {1}));
            assertThat(file.read(0, ByteBuffer.allocate(9)).remaining()).isEqualTo(1);
        }
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }
}
