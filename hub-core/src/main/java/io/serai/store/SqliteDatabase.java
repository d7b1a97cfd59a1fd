package io.serai.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.core.DB;

/**
 * One SQLite file: at most one writing process, any number of reading ones (WAL mode).
 *
 * <p>All writes of this process go through {@link #write}, one at a time, on one connection; a nested write joins the
 * transaction around it. Reads go through {@link #read}, each on a connection of its own unless it runs inside a write.
 */
public final class SqliteDatabase implements AutoCloseable {

    private final Path file;
    private final WriterLock lock;
    private final Connection writer;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final Checkpoints checkpoints;
    private final GroupCommit groups;
    private final WriteAheadLog log;
    private final Readers readers;

    /** @param writer null for reading only */
    private SqliteDatabase(Path file, WriterLock lock, KeepingConnection writer) {
        this.file = file;
        this.lock = lock;
        this.writer = writer;
        checkpoints = new Checkpoints(() -> connect(file, false), writing);
        log = new WriteAheadLog(file);
        DB engine = writer == null ? null : writer.getDatabase();
        groups = new GroupCommit(this.writer, writing, log, () -> checkpoints.committed(engine.total_changes()));
        readers = new Readers(() -> connect(file, true));
    }

    /**
     * Opens for reading and writing; creates and migrates the file when needed.
     *
     * @param what the command that wants to write, shown to whoever is refused meanwhile
     * @throws StoreException within 5 seconds when another process writes to it, naming that process
     */
    public static SqliteDatabase openForWriting(Path file, String what) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new StoreException("Cannot create the folder of the store " + file + ": " + e.getMessage(), e);
        }
        WriterLock lock = WriterLock.acquire(file, what);
        try {
            KeepingConnection writer = connect(file, false);
            Migrations.migrate(writer, file);
            writer.forget();
            return new SqliteDatabase(file, lock, writer);
        } catch (SQLException | RuntimeException e) {
            lock.close();
            throw e instanceof StoreException known ? known : StoreException.of("open the store " + file, e);
        }
    }

    /**
     * Opens for reading, also beside a process that writes.
     *
     * @throws StoreException when there is no store yet, or its layout is older or newer than this program
     */
    public static SqliteDatabase openForReading(Path file) {
        if (!Files.exists(file)) {
            throw new StoreException("There is no store yet at " + file + ". Run a route first: hub sync ROUTE");
        }
        SqliteDatabase database = new SqliteDatabase(file, null, null);
        try {
            // The connection is kept for the first who reads.
            database.readers.read(connection -> {
                Migrations.requireCurrent(connection, file);
                return null;
            });
            return database;
        } catch (SQLException | StoreException e) {
            database.close();
            throw e instanceof StoreException known ? known : StoreException.of("open the store " + file, e);
        }
    }

    /** How often something that was written was undone; to be asked inside {@link #write}. */
    long undone() {
        return groups.undone();
    }

    /** Where it lies. */
    Path file() {
        return file;
    }

    /** Where the store lies that a connection reads. */
    static Path file(Connection connection) throws SQLException {
        return Path.of(Sql.first(
                        connection,
                        row -> row.getString(1),
                        "SELECT file FROM pragma_database_list WHERE name = 'main'")
                .orElseThrow());
    }

    static KeepingConnection connect(Path file, boolean readOnly) throws SQLException {
        requireSafeVersion();
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setCacheSize(readOnly ? -16384 : -65536);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setBusyTimeout(5000);
        config.setGetGeneratedKeys(false);
        config.setPragma(SQLiteConfig.Pragma.JOURNAL_SIZE_LIMIT, "67108864");
        KeepingConnection connection = new KeepingConnection(file, config);
        try (var statement = connection.createStatement()) {
            // a new file takes the page size only before it has a journal
            statement.execute("PRAGMA page_size=8192");
            statement.execute("PRAGMA journal_mode=WAL");
            // checkpoints are made beside the writer; at 256 MB it no longer waits for them
            statement.execute("PRAGMA wal_autocheckpoint=64000");
            statement.execute("PRAGMA query_only=" + (readOnly ? 1 : 0));
        }
        return connection;
    }

    /** SQLite up to 3.51.2 could corrupt a WAL that two connections use. */
    private static void requireSafeVersion() {
        String version = SQLiteJDBCLoader.getVersion();
        String[] parts = version.split("\\.");
        int number = Integer.parseInt(parts[0]) * 1000 + Integer.parseInt(parts[1]);
        if (number < 3054) {
            throw new StoreException(
                    "SQLite " + version + " is on the class path; 3.54 or newer is needed, because older ones can"
                            + " corrupt a store that two processes use. Remove the older sqlite-jdbc.");
        }
    }

    /**
     * Runs work in one transaction: all of it is kept, or none when it throws.
     *
     * @throws StoreException when the database refuses; the transaction is rolled back
     */
    public <T> T write(Work<T> work) {
        return write(work, GroupCommit.Keeping.SHARED);
    }

    /**
     * As {@link #write}, and what was written outlives the machine's power when this returns; without, the last moments before
     * the power failed may be missing, though never in part.
     */
    public <T> T writeLasting(Work<T> work) {
        return write(work, GroupCommit.Keeping.LASTING);
    }

    /** As {@link #write}, for what changes much of the store. */
    <T> T writeMuch(Work<T> work) {
        return write(work, GroupCommit.Keeping.ALONE);
    }

    /** Whether this thread is inside a write. */
    boolean isWriting() {
        return writing.isHeldByCurrentThread();
    }

    private <T> T write(Work<T> work, GroupCommit.Keeping keeping) {
        if (writer == null) {
            throw new IllegalStateException("This store was opened for reading");
        }
        boolean joins = writing.isHeldByCurrentThread();
        try {
            return groups.write(work, keeping);
        } catch (SQLException e) {
            throw StoreException.of((joins ? "use the store " : "write to the store ") + file, e);
        }
    }

    /**
     * Runs work on a consistent snapshot; inside {@link #write} it sees what was written so far.
     *
     * @throws StoreException when the database refuses
     */
    public <T> T read(Work<T> work) {
        if (writing.isHeldByCurrentThread()) {
            return run(work, writer);
        }
        try {
            return readers.read(work);
        } catch (SQLException e) {
            throw StoreException.of("read the store " + file, e);
        }
    }

    private <T> T run(Work<T> work, Connection connection) {
        try {
            return work.with(connection);
        } catch (SQLException e) {
            throw StoreException.of("use the store " + file, e);
        }
    }

    @Override
    public void close() {
        checkpoints.close();
        try {
            readers.close();
            log.close();
            if (writer != null) {
                writer.close();
            }
        } catch (SQLException e) {
            throw StoreException.of("close the store " + file, e);
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }

    /** Something done with a connection, which stays the database's. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
