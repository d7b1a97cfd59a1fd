package io.serai.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/** SQLite's own library, which the driver otherwise takes out of its jar, writes and compares again at every start. */
public final class SqliteLibrary {

    private SqliteLibrary() {}

    /**
     * Unpacks the library for this machine, to be named to the driver with {@code org.sqlite.lib.path}. Does nothing where the
     * driver brings none.
     */
    public static void unpack(Path folder) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        String packed = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(packed)) {
            if (library != null) {
                Files.createDirectories(folder);
                Path unfinished = Files.createTempFile(folder, "library", ".unfinished");
                Files.copy(library, unfinished, StandardCopyOption.REPLACE_EXISTING);
                Files.move(unfinished, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
