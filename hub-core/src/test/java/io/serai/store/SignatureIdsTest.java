package io.serai.store;

import static io.serai.store.MatchingHome.CONTACTS;
import static io.serai.store.MatchingHome.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.profile.MergeGuard;
import io.serai.record.SourceRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureIdsTest {

    @TempDir
    private Path folder;

    private static SourceRecord someone(int number) {
        return person("k" + number, "Ann" + number, "Smith", null, number + " Mill Lane", "LS1 4AB", "Leeds");
    }

    @Test
    void places_and_numbers_agree_with_and_without_gaps() {
        try (MatchingHome home = new MatchingHome(folder.resolve("hub.db"), MatchingHome.withoutEmail(1))) {
            home.ingest.page(
                    CONTACTS,
                    IntStream.range(0, 9).mapToObj(SignatureIdsTest::someone).toList());
            agree(home, List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L));
            home.ingest.page(CONTACTS, List.of(new SourceRecord("k2", Map.of(), true)));
            home.ingest.page(CONTACTS, List.of(new SourceRecord("k8", Map.of(), true)));
            agree(home, List.of(1L, 2L, 4L, 5L, 6L, 7L, 8L));
            home.ingest.settle(MergeGuard.none());
        }
    }

    private static void agree(MatchingHome home, List<Long> live) {
        SignatureIds ids = home.database.read(SignatureIds::live);
        assertThat(ids.stream().boxed().toList()).isEqualTo(live);
        assertThat(ids.size()).isEqualTo(live.size());
        for (long id = -1; id < 12; id++) {
            int place = ids.place(id);
            if (live.contains(id)) {
                assertThat(ids.id(place)).isEqualTo(id);
            } else {
                long wanted = id;
                assertThat(-1 - place).isEqualTo((int)
                        live.stream().filter(each -> each < wanted).count());
            }
        }
    }
}
