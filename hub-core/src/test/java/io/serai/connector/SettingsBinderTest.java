package io.serai.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.spi.Setting;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsBinderTest {

    /** Settings of every shape. */
    public record Odd(
            @Setting(value = "Where it is.", required = true)
            String baseUrl,

            @Setting(value = "The key.", secret = true) String apiKey,

            @Setting(value = "How many.", defaultValue = "25")
            int pageSize,

            @Setting(value = "How long.", defaultValue = "30s")
            Duration pause,

            boolean strict,
            Optional<BigDecimal> share,
            List<String> tags,
            Map<String, Part> parts) {}

    /** One part. */
    public record Part(
            @Setting(value = "Its key.", required = true) List<String> key, long size) {}

    @Test
    void settings_are_read_by_name_with_defaults() {
        Odd odd = new SettingsBinder()
                .bind(
                        Odd.class,
                        Map.of(
                                "base_url", "https://x.test",
                                "strict", "true",
                                "share", new BigDecimal("0.5"),
                                "tags", "vip",
                                "parts", Map.of("a", Map.of("key", List.of("x", "y"), "size", 7L))))
                .orElseThrow();

        assertThat(odd.baseUrl()).isEqualTo("https://x.test");
        assertThat(odd.pageSize()).isEqualTo(25);
        assertThat(odd.pause()).isEqualTo(Duration.ofSeconds(30));
        assertThat(odd.strict()).isTrue();
        assertThat(odd.share()).contains(new BigDecimal("0.5"));
        assertThat(odd.tags()).containsExactly("vip");
        assertThat(odd.parts().get("a")).isEqualTo(new Part(List.of("x", "y"), 7));
        assertThat(odd.apiKey()).isNull();
    }

    @Test
    void every_mistake_is_named_at_once() {
        SettingsBinder binder = new SettingsBinder();

        binder.bind(
                Odd.class,
                Map.of("bse_url", "x", "page_size", "many", "parts", Map.of("a", Map.of("size", "big"), "b", 3)));

        assertThat(binder.problems().stream().map(problem -> String.join(".", problem.path())))
                .containsExactlyInAnyOrder(
                        "bse_url", "base_url", "page_size", "parts.a.key", "parts.a.size", "parts.b");
        assertThat(binder.problems())
                .anySatisfy(problem -> assertThat(problem.hint()).isEqualTo("Did you mean \"base_url\"?"))
                .anySatisfy(problem -> assertThat(problem.message())
                        .isEqualTo("The setting \"page_size\" must be a whole number, not \"many\"."));
    }

    @Test
    void a_secret_of_the_wrong_type_is_not_shown() {
        SettingsBinder binder = new SettingsBinder();

        binder.bind(Odd.class, Map.of("base_url", "x", "api_key", Map.of("s3cret", "s3cret")));

        assertThat(binder.problems()).hasSize(1);
        assertThat(binder.problems().toString()).doesNotContain("s3cret");
    }

    @Test
    void secrets_are_found_in_a_record() {
        assertThat(Secrets.of(new Odd("u", "s3cret", 1, null, false, Optional.empty(), List.of(), Map.of())))
                .containsExactly("s3cret");
    }
}
