package io.serai.connectors.files;

import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A folder on this machine. Camel lists it; files are read where they are. */
final class LocalFolder implements Folder {

    private final Path path;
    private final Supplier<CamelFiles> camel;

    LocalFolder(Path path, Supplier<CamelFiles> camel) {
        this.path = path;
        this.camel = camel;
    }

    @Override
    public String name() {
        return "the folder \"" + path + "\"";
    }

    @Override
    public List<FoundFile> list(String pattern) {
        mustExist();
        return camel.get().list(pattern);
    }

    private void mustExist() {
        if (!Files.isDirectory(path)) {
            throw new ConnectorException(
                    Kind.CONFIG,
                    Files.exists(path)
                            ? "\"" + path + "\" is a file, not a folder: set \"uri\" to the folder it is in"
                            : name() + " does not exist: create it, or correct \"uri\"");
        }
        if (!Files.isReadable(path)) {
            throw new ConnectorException(Kind.CONFIG, name() + " cannot be read: give this user the right to");
        }
    }

    @Override
    public Optional<Path> content(FoundFile file) {
        Path found = path.resolve(file.name());
        return Files.exists(found) ? Optional.of(found) : Optional.empty();
    }

    @Override
    public void release(FoundFile file) {
        // read where it is
    }

    @Override
    public Optional<FoundFile> find(String file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path.resolve(file), BasicFileAttributes.class);
            return Optional.of(new FoundFile(
                    file, attributes.size(), attributes.lastModifiedTime().toMillis()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public Path draft(String file) throws IOException {
        Path target = path.resolve(file);
        Files.createDirectories(target.getParent());
        return target.resolveSibling("." + target.getFileName() + ".draft");
    }

    @Override
    public void publish(Path draft, String file) throws IOException {
        try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(draft, path.resolve(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public long settlesAfter() {
        return 2_000;
    }

    @Override
    public void check(boolean read, boolean written) {
        if (read) {
            mustExist();
        }
        if (written) {
            Path there = path;
            while (!Files.exists(there) && there.getParent() != null) {
                there = there.getParent();
            }
            if (!Files.isDirectory(there) || !Files.isWritable(there)) {
                throw new ConnectorException(
                        Kind.CONFIG, name() + " cannot be written: \"" + there + "\" is not a folder or is read-only");
            }
        }
    }

    @Override
    public void close() {
        // nothing is held
    }
}
