package io.serai.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.identity.Identifier;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;

class SayingsProperties {

    private static final String LETTERS = "abAB  .-é\u0301ÅÅﬁ\t\n\u000b\u001c\u0085\u00a0\u2003\u3000";

    @Example
    void a_text_is_said_composed_and_with_single_spaces_between_words() {
        Sayings sayings = new Sayings(List.of("city", "other"));
        Random random = new Random(5);
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(7); length > 0; length--) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            String tidy = Normalizer.normalize(text, Normalizer.Form.NFC)
                    .replaceAll("\\s+", " ")
                    .strip();
            List<String> said = sayings.of(Map.of("city", text.toString(), "other", "x"), List.of());
            assertThat(said.get(0)).as("\"%s\"", text).isEqualTo(tidy.isEmpty() ? null : tidy);
        }
    }

    @Example
    void an_identifier_is_said_as_it_was_normalised() {
        Sayings sayings = new Sayings(List.of("email", "city"));

        assertThat(sayings.of(Map.of("city", "Rouen"), List.of(new Identifier("email", "ann@shop.example"))))
                .containsExactly("ann@shop.example", "Rouen");
        assertThat(sayings.of(Map.of(), List.of(new Identifier("phone", "+441"))))
                .isEmpty();
    }
}
