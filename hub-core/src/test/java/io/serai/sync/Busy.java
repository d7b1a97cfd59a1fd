package io.serai.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A store that is busy until it is let go, and works that come meanwhile, each on a thread of its own, in a known order. */
public final class Busy {

    private final CountDownLatch go = new CountDownLatch(1);
    private final CompletableFuture<Void> holding;
    private final List<CompletableFuture<?>> all = new ArrayList<>();

    /** Occupies the store. */
    public Busy(Transactions transactions) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        holding = CompletableFuture.runAsync(
                () -> transactions.inOne(() -> {
                    begun.countDown();
                    await();
                }),
                work -> new Thread(work).start());
        begun.await();
    }

    private void await() {
        try {
            go.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Comes next; returns when the work waits. */
    public <T> CompletableFuture<T> next(Supplier<T> work) throws InterruptedException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                answer.complete(work.get());
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        });
        thread.start();
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(1);
        }
        all.add(answer);
        return answer;
    }

    /** Lets the store go, and waits for nobody. */
    void free() {
        go.countDown();
    }

    /** Lets the store go and waits until everybody has an answer, whatever it is. */
    public void letGo() throws ExecutionException, InterruptedException, TimeoutException {
        free();
        holding.get(1, TimeUnit.MINUTES);
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .handle((answer, failure) -> null)
                .get(1, TimeUnit.MINUTES);
    }
}
