package io.serai.live;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The files that differ from those that the hub runs by.
 *
 * @param files relative to the home, sorted
 */
record Edit(Set<String> files) {

    static Edit between(Map<String, String> before, Map<String, String> after) {
        Set<String> files = new TreeSet<>(before.keySet());
        files.addAll(after.keySet());
        files.removeIf(file -> Objects.equals(before.get(file), after.get(file)));
        return new Edit(files);
    }

    /** Files that take effect when the hub is started again. */
    Set<String> later() {
        return files.stream().filter(file -> in(file, HomeStamps.LATER)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether only routes differ. */
    boolean isOfRoutes() {
        return now().stream().allMatch(file -> file.startsWith("routes/"));
    }

    /** Files that take effect now. */
    Set<String> now() {
        return files.stream()
                .filter(file -> !in(file, HomeStamps.LATER))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As people read it; long ones are cut. */
    String text() {
        Set<String> now = now();
        String first = now.stream().limit(3).collect(Collectors.joining(", "));
        return now.size() <= 3 ? first : first + " and " + (now.size() - 3) + " more";
    }

    private static boolean in(String file, java.util.List<String> folders) {
        return folders.stream().anyMatch(folder -> file.startsWith(folder + "/"));
    }
}
