package io.serai.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this process has used.
 *
 * @param totalSeconds since the process began
 * @param cpuSeconds of all its threads, the machine's own start included
 * @param peakMegabytes the most memory that was resident at a time, where the system tells; else what Java held
 */
record Cost(double totalSeconds, double cpuSeconds, long peakMegabytes) {

    static Cost untilNow() {
        return new Cost(
                ManagementFactory.getRuntimeMXBean().getUptime() / 1e3,
                ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                                .getProcessCpuTime()
                        / 1e9,
                peak());
    }

    /** The same with all seconds until now: measuring itself takes some, but no CPU or memory of the work. */
    Cost untilEnd() {
        return new Cost(untilNow().totalSeconds(), cpuSeconds, peakMegabytes);
    }

    private static long peak() {
        Path status = Path.of("/proc/self/status");
        try {
            if (Files.isReadable(status)) {
                for (String line : Files.readAllLines(status)) {
                    if (line.startsWith("VmHWM:")) {
                        return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024 / 1_000_000;
                    }
                }
            }
        } catch (IOException e) {
            return held();
        }
        return held();
    }

    private static long held() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .mapToLong(Cost::peak)
                        .sum()
                / 1_000_000;
    }

    private static long peak(MemoryPoolMXBean pool) {
        return pool.getPeakUsage() == null ? 0 : pool.getPeakUsage().getUsed();
    }
}
