package io.serai.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;

/** Copies of a store to keep, made beside a hub that runs: one moment of the store, whole and without its neighbours. */
public final class StoreBackup {

    private StoreBackup() {}

    /**
     * Writes a copy, reads it through, and only then gives it its name. Only its owner can read it.
     *
     * @param store the SQLite file
     * @param target a file that does not exist yet
     * @return the bytes of the copy
     * @throws StoreException when there is no store, the target exists, or the copy cannot be written or is not sound
     */
    public static long write(Path store, Path target) {
        if (!Files.exists(store)) {
            throw new StoreException("There is no store yet at " + store + ". Run a route first: hub sync ROUTE");
        }
        if (Files.exists(target)) {
            throw new StoreException("The file " + target + " exists. Name another one: a backup replaces nothing.");
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.deleteIfExists(part);
            createForOwner(part);
            copy(store, part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return Files.size(target);
        } catch (IOException e) {
            throw new StoreException("The backup " + target + " cannot be written: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw StoreException.of("back up the store " + store, e);
        }
    }

    private static void copy(Path store, Path part) throws SQLException {
        try (Connection connection = SqliteDatabase.connect(store, false);
                var vacuum = connection.prepareStatement("VACUUM INTO ?")) {
            vacuum.setString(1, part.toString());
            vacuum.execute();
        }
        try (Connection connection = SqliteDatabase.connect(part, false);
                var statement = connection.createStatement();
                var answer = statement.executeQuery("PRAGMA integrity_check(1)")) {
            if (!answer.next() || !answer.getString(1).equals("ok")) {
                throw new StoreException("The copy of " + store + " is not sound: " + answer.getString(1)
                        + ". The store itself is damaged; go back to an older backup.");
            }
        }
    }

    private static void createForOwner(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
