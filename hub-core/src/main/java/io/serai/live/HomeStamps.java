package io.serai.live;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the files of a home contain, as far as a running hub cares, a hash each. A file is read again only when its size, time
 * or place on the disk differ, or when it was touched so recently that they might not. For one thread.
 */
final class HomeStamps {

    /** What takes effect while the hub runs. */
    static final List<String> LIVE = List.of("config", "routes", "kamelets");

    /** What takes effect when the hub is started again. */
    static final List<String> LATER = List.of("plugins", "connectors");

    static final String PROPERTIES = "application.properties";
    private static final int DEEP = 6;
    private static final long RECENT_MILLIS = 3_000;

    private record Seen(long size, long modified, Object place, long looked, String hash) {

        boolean holds(BasicFileAttributes now) {
            long age = looked - modified;
            return size == now.size()
                    && modified == now.lastModifiedTime().toMillis()
                    && String.valueOf(place).equals(String.valueOf(now.fileKey()))
                    && age > RECENT_MILLIS;
        }
    }

    private final Path home;
    private final Map<String, Seen> seen = new HashMap<>();

    HomeStamps(Path home) {
        this.home = home;
    }

    /** A hash by file, relative to the home; those that cannot be read have one, too. Hidden files and backups are left out. */
    Map<String, String> take() {
        Map<String, String> stamps = new TreeMap<>();
        for (String folder : LIVE) {
            walk(folder, stamps, true);
        }
        for (String folder : LATER) {
            walk(folder, stamps, false);
        }
        Path properties = home.resolve(PROPERTIES);
        try {
            stamps.put(
                    PROPERTIES, stamp(properties, Files.readAttributes(properties, BasicFileAttributes.class), true));
        } catch (IOException absent) {
            stamps.remove(PROPERTIES);
        }
        seen.keySet().retainAll(stamps.keySet());
        return stamps;
    }

    private void walk(String folder, Map<String, String> stamps, boolean content) {
        Path start = home.resolve(folder);
        try {
            Files.walkFileTree(
                    start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEP, new Visitor(start, stamps, content));
        } catch (IOException goneMeanwhile) {
            stamps.put(folder, "gone while it was read");
        }
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path start;
        private final Map<String, String> stamps;
        private final boolean content;

        Visitor(Path start, Map<String, String> stamps, boolean content) {
            this.start = start;
            this.stamps = stamps;
            this.content = content;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return ignored(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!ignored(file)) {
                stamps.put(name(file), stamp(file, attributes, content));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            if (!file.equals(start) && !ignored(file)) {
                stamps.put(name(file), "unreadable");
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }

    private static boolean ignored(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") || name.endsWith("~");
    }

    private String name(Path file) {
        return home.relativize(file).toString().replace('\\', '/');
    }

    private String stamp(Path file, BasicFileAttributes attributes, boolean content) {
        if (!attributes.isRegularFile()) {
            return "no file";
        }
        if (!content) {
            return attributes.size() + " " + attributes.lastModifiedTime();
        }
        String name = name(file);
        Seen before = seen.get(name);
        if (before != null && before.holds(attributes)) {
            return before.hash();
        }
        String hash = hash(file);
        seen.put(
                name,
                new Seen(
                        attributes.size(),
                        attributes.lastModifiedTime().toMillis(),
                        attributes.fileKey(),
                        System.currentTimeMillis(),
                        hash));
        return hash;
    }

    private static String hash(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 16));
        } catch (IOException e) {
            return "unreadable";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
