package io.serai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Looks at a process from outside: what the operating system says, not the process itself. Memory needs Linux's {@code /proc}. */
final class Watch {

    /** Places in {@code /proc/self/stat}, counted from the process's state; see proc(5). */
    private static final int CHILDREN_USER = 13;

    private static final int CHILDREN_SYSTEM = 14;
    private static final double TICKS = 100;

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

    /** Processor seconds of all processes that this one started and that have ended; 0 when that cannot be known here. */
    static double secondsOfChildren() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_SYSTEM])) / TICKS;
        } catch (IOException notLinux) {
            return 0;
        }
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
