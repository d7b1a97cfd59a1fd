package io.serai.sync;

import io.serai.record.StreamName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The pushes of one run. Each destination is delivered to by itself, so that a slow one keeps no other waiting. */
public final class PushGroup {

    private final Map<StreamName, List<PushSession>> destinations = new LinkedHashMap<>();

    public PushGroup(Collection<PushSession> sessions) {
        sessions.forEach(session -> destinations
                .computeIfAbsent(session.destination(), name -> new ArrayList<>())
                .add(session));
    }

    /**
     * Completes all pushes; those into one stream one after the other.
     *
     * @return their results, those into one stream beside each other
     * @throws RuntimeException what stopped a push by accident, when all others have ended
     */
    public List<PushResult> complete() {
        if (destinations.size() < 2) {
            return destinations.values().stream()
                    .flatMap(sessions -> complete(sessions).stream())
                    .toList();
        }
        ExecutorService threads = Executors.newFixedThreadPool(destinations.size(), task -> {
            Thread thread = new Thread(task, "push");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<CompletableFuture<List<PushResult>>> running = destinations.values().stream()
                    .map(sessions -> CompletableFuture.supplyAsync(() -> complete(sessions), threads))
                    .toList();
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
            return running.stream().flatMap(each -> each.join().stream()).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        } finally {
            threads.shutdown();
        }
    }

    private static List<PushResult> complete(List<PushSession> sessions) {
        return sessions.stream().map(PushSession::complete).toList();
    }
}
