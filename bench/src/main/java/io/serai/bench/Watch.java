package io.serai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Looks at a process from outside: what the operating system says, not the process itself. Memory needs Linux's {@code /proc}. */
final class Watch {

    private final Process process;
    private final Path status;
    private long kilobytes;
    private double cpu;

    Watch(Process process) {
        this.process = process;
        this.status = Path.of("/proc/" + process.pid() + "/status");
    }

    /** The most megabytes that this process had resident so far; 0 when it cannot be known here. */
    static long ofThisProcess() {
        return peak(Path.of("/proc/self/status")) / 1_000;
    }

    void look() {
        cpu = Math.max(
                cpu, process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1e3);
        kilobytes = Math.max(kilobytes, peak(status));
    }

    /** 0 when the process has ended or there is no {@code /proc} here. */
    private static long peak(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }

    double cpuSeconds() {
        return cpu;
    }

    /** The most that was resident; 0 when it cannot be known here. */
    long megabytes() {
        return kilobytes / 1_000;
    }
}
