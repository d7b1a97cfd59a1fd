package io.serai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.HubProcess.Answer;
import io.serai.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One writes, anybody reads. */
class TwoProcessesTest {

    @TempDir
    private Path folder;

    @Test
    void a_second_writer_is_refused_with_a_sentence_that_names_the_first_while_readers_are_served() {
        TestHome home =
                Homes.shop(folder).file("data/shop/customers.csv", "id,email,name,news\n1,ann@x.test,Ann,yes\n");
        home.sync("customers");
        try (Hub busy = Hub.writing(HubHome.load(folder, Optional.empty()), "run")) {
            Answer refused = HubProcess.run(folder, "sync", "customers");
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err())
                    .contains("is being written by \"run\" (process "
                            + ProcessHandle.current().pid() + ")")
                    .doesNotContain("Exception");

            long asked = System.nanoTime();
            assertThatThrownBy(() -> Hub.writing(HubHome.load(folder, Optional.empty()), "sync"))
                    .isInstanceOf(StoreException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(5));

            Answer found = HubProcess.run(folder, "profile", "find", "email:ANN@x.test", "--json");
            assertThat(found.exitCode()).as(found.err()).isZero();
            assertThat(found.json()).hasSize(1);
            assertThat(busy.runs().list(null, 10)).isNotEmpty();
        }
        assertThat(HubProcess.run(folder, "sync", "customers").exitCode()).isZero();
    }
}
