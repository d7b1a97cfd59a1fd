package io.serai.connectors.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A folder on an FTP or SFTP server. A file is downloaded once for all the pages that are read from it: a page then never
 * sees half of a change, and going on inside costs no transfer.
 */
final class RemoteFolder implements Folder {

    private final String shown;
    private final Supplier<CamelFiles> camel;
    private final Map<FoundFile, Path> copies = new ConcurrentHashMap<>();
    private Path temporary;

    RemoteFolder(String shown, Supplier<CamelFiles> camel) {
        this.shown = shown;
        this.camel = camel;
    }

    @Override
    public String name() {
        return "the folder \"" + shown + "\"";
    }

    @Override
    public List<FoundFile> list(String pattern) {
        return camel.get().list(pattern);
    }

    @Override
    public Optional<Path> content(FoundFile file) throws IOException {
        Path known = copies.get(file);
        if (known != null && Files.exists(known)) {
            return Optional.of(known);
        }
        Path target = temporary().resolve(Long.toHexString(file.fingerprint()));
        Optional<Path> fetched = camel.get().fetch(file.name(), target);
        fetched.ifPresent(path -> copies.put(file, path));
        return fetched;
    }

    @Override
    public void release(FoundFile file) {
        Path copy = copies.remove(file);
        if (copy != null) {
            delete(copy);
        }
    }

    @Override
    public Optional<FoundFile> find(String file) {
        return list(glob(file)).stream().findFirst();
    }

    private static String glob(String name) {
        return name.replaceAll("([\\[\\]{}*?\\\\])", "\\\\$1");
    }

    @Override
    public Path draft(String file) throws IOException {
        return Files.createTempFile(temporary(), "draft", "");
    }

    @Override
    public void publish(Path draft, String file) {
        camel.get().store(draft, file);
        delete(draft);
    }

    @Override
    public long settlesAfter() {
        return 60_000;
    }

    @Override
    public void check(boolean read, boolean written) {
        list("*");
    }

    private synchronized Path temporary() throws IOException {
        if (temporary == null) {
            temporary = Files.createTempDirectory("serai-files");
        }
        return temporary;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        copies.clear();
        if (temporary != null) {
            try (var inside = Files.walk(temporary)) {
                inside.sorted(Comparator.reverseOrder()).forEach(RemoteFolder::delete);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            temporary = null;
        }
    }
}
