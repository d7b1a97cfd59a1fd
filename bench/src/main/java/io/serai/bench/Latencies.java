package io.serai.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long single records took. */
final class Latencies {

    private final List<Long> nanoseconds = new ArrayList<>();
    private final List<Long> cpu = new ArrayList<>();

    /** In nanoseconds: by the clock, and by what the thread had of a processor. */
    void add(long took, long tookOfCpu) {
        nanoseconds.add(took);
        cpu.add(tookOfCpu);
    }

    Latencies with(Latencies others) {
        Latencies all = new Latencies();
        all.nanoseconds.addAll(nanoseconds);
        all.nanoseconds.addAll(others.nanoseconds);
        all.cpu.addAll(cpu);
        all.cpu.addAll(others.cpu);
        return all;
    }

    Map<String, Object> json() {
        List<Long> sorted = nanoseconds.stream().sorted().toList();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("records", sorted.size());
        json.put("p50_ms", milliseconds(sorted, 0.5));
        json.put("p99_ms", milliseconds(sorted, 0.99));
        json.put("max_ms", milliseconds(sorted, 1));
        json.put("p99_cpu_ms", milliseconds(cpu.stream().sorted().toList(), 0.99));
        return json;
    }

    private static double milliseconds(List<Long> sorted, double share) {
        int place = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, place)) / 1e6;
    }
}
