package io.serai.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.spi.ConnectorException.Kind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WaitingTest {

    @Test
    void a_wait_ends_when_the_hub_stops() {
        AtomicInteger asked = new AtomicInteger();
        Waiting waiting = Waiting.real(() -> asked.incrementAndGet() > 2);

        assertThat(Lab.failure(() -> waiting.pause(Duration.ofHours(1))).kind()).isEqualTo(Kind.TRANSIENT);
        assertThat(asked).hasValue(3);
    }

    @Test
    void a_wait_ends_when_its_thread_is_interrupted() {
        Thread.currentThread().interrupt();

        assertThat(Lab.failure(() -> Waiting.real(() -> false).pause(Duration.ofHours(1)))
                        .kind())
                .isEqualTo(Kind.TRANSIENT);
        assertThat(Thread.interrupted()).isTrue();
    }
}
