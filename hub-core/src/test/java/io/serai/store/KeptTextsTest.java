package io.serai.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptTextsTest {

    @Test
    void texts_are_found_again_by_their_places_whatever_their_letters() {
        List<String> texts = IntStream.range(0, 3000)
                .mapToObj(i -> i % 5 == 0 ? null : "Łukasz-" + "ß".repeat(i % 90))
                .toList();
        KeptTexts kept = new KeptTexts(texts.size());
        for (int place = 0; place < texts.size(); place++) {
            kept.put(place, texts.get(place));
        }
        assertThat(IntStream.range(0, texts.size()).mapToObj(kept::get)).containsExactlyElementsOf(texts);
    }
}
