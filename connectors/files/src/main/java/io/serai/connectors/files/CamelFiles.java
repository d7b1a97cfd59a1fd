package io.serai.connectors.files;

import io.serai.spi.ConnectorException;
import io.serai.spi.ConnectorException.Kind;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileConsumer;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileExist;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.component.file.remote.RemoteFileEndpoint;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Camel's file components, asked one thing at a time. A consumer polls once, in the calling thread: listing is a poll whose
 * filter takes notes and accepts nothing; fetching is a poll for one name. What was read is remembered by the stream's
 * cursor, so Camel's own memory (idempotent repository, moving, deleting) is off.
 */
final class CamelFiles {

    private final CamelContext camel;
    private final String uri;
    private final FilesSettings settings;
    private final String shown;

    CamelFiles(CamelContext camel, String uri, FilesSettings settings, String shown) {
        this.camel = camel;
        this.uri = uri;
        this.settings = settings;
        this.shown = shown;
    }

    List<FoundFile> list(String pattern) {
        List<FoundFile> found = new ArrayList<>();
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        GenericFileEndpoint<?> endpoint = endpoint();
        if (pattern.indexOf('/') >= 0) {
            endpoint.setRecursive(true);
        }
        poll(endpoint, file -> take(file, matcher, found), exchange -> {});
        return found;
    }

    private static boolean take(GenericFile<?> file, PathMatcher matcher, List<FoundFile> found) {
        if (file.isDirectory()) {
            return true;
        }
        String name = file.getRelativeFilePath().replace('\\', '/');
        if (matcher.matches(Path.of(name))) {
            found.add(new FoundFile(name, file.getFileLength(), file.getLastModified()));
        }
        return false;
    }

    /** Downloads one file; empty when it is gone. */
    Optional<Path> fetch(String name, Path target) {
        AtomicReference<Path> fetched = new AtomicReference<>();
        GenericFileEndpoint<?> endpoint = endpoint();
        endpoint.setRecursive(name.indexOf('/') >= 0);
        endpoint.setLocalWorkDirectory(target.getParent().toString());
        poll(
                endpoint,
                file -> file.isDirectory()
                        || file.getRelativeFilePath().replace('\\', '/').equals(name),
                exchange -> {
                    Path work = Path.of(exchange.getMessage().getHeader(Exchange.FILE_LOCAL_WORK_PATH, String.class));
                    fetched.set(Files.move(work, target, StandardCopyOption.REPLACE_EXISTING));
                });
        return Optional.ofNullable(fetched.get());
    }

    /** Uploads under a temporary name and renames it. */
    void store(Path draft, String name) {
        try {
            store(draft, name, GenericFileExist.TryRename);
        } catch (ConnectorException e) {
            // a server that does not rename over an existing file
            store(draft, name, GenericFileExist.Override);
        }
    }

    private void store(Path draft, String name, GenericFileExist whenThere) {
        GenericFileEndpoint<?> endpoint = endpoint();
        endpoint.setAutoCreate(true);
        endpoint.setFileExist(whenThere);
        endpoint.setEagerDeleteTargetFile(false);
        endpoint.setTempFileName("." + Path.of(name).getFileName() + ".draft");
        Producer producer = null;
        try {
            producer = endpoint.createProducer();
            ServiceHelper.startService(endpoint, producer);
            Exchange exchange = endpoint.createExchange();
            exchange.getIn().setBody(draft.toFile());
            exchange.getIn().setHeader(Exchange.FILE_NAME, name);
            producer.process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
        } catch (Exception e) {
            throw failure(e);
        } finally {
            ServiceHelper.stopAndShutdownServices(producer, endpoint);
        }
    }

    private GenericFileEndpoint<?> endpoint() {
        try {
            String scheme = uri.substring(0, uri.indexOf(':'));
            GenericFileEndpoint<?> endpoint =
                    (GenericFileEndpoint<?>) camel.getComponent(scheme, true).createEndpoint(uri);
            endpoint.setNoop(true);
            endpoint.setIdempotent(false);
            endpoint.setAutoCreate(false);
            if (endpoint instanceof RemoteFileEndpoint<?> remote) {
                remote.setMaximumReconnectAttempts(0);
                remote.getConfiguration().setThrowExceptionOnConnectFailed(true);
                if (remote.getConfiguration() instanceof SftpConfiguration sftp) {
                    sftp.setJschLoggingLevel(LoggingLevel.ERROR);
                }
                if (settings.user() != null) {
                    remote.getConfiguration().setUsername(settings.user());
                }
                if (settings.password() != null) {
                    remote.getConfiguration().setPassword(settings.password());
                }
            }
            return endpoint;
        } catch (Exception e) {
            throw new ConnectorException(
                    Kind.CONFIG,
                    "\"uri\" of " + shown + " is not an endpoint that Camel understands: check its options",
                    e);
        }
    }

    private <T> void poll(GenericFileEndpoint<T> endpoint, GenericFileFilter<Object> filter, Processor processor) {
        AtomicReference<Throwable> failed = new AtomicReference<>();
        GenericFileConsumer<T> consumer = null;
        try {
            endpoint.setFilter(file -> filter.accept(untyped(file)));
            consumer = endpoint.createConsumer(exchange -> {
                try {
                    processor.process(exchange);
                } catch (Exception e) {
                    failed.compareAndSet(null, e);
                }
            });
            consumer.setStartScheduler(false);
            consumer.setPollStrategy(new OnePoll(failed));
            consumer.setExceptionHandler(new Failures(failed));
            ServiceHelper.startService(endpoint, consumer);
            consumer.run();
        } catch (Exception e) {
            failed.compareAndSet(null, e);
        } finally {
            ServiceHelper.stopAndShutdownServices(consumer, endpoint);
        }
        if (failed.get() != null) {
            throw failure(failed.get());
        }
    }

    @SuppressWarnings("unchecked")
    private static GenericFile<Object> untyped(GenericFile<?> file) {
        return (GenericFile<Object>) file;
    }

    private ConnectorException failure(Throwable thrown) {
        if (thrown instanceof ConnectorException known) {
            return known;
        }
        StringBuilder words = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            words.append(cause.getMessage()).append(' ');
        }
        String text = words.toString().toLowerCase(Locale.ROOT);
        if (text.contains("auth fail") || text.contains("code: 530") || text.contains("login incorrect")) {
            return new ConnectorException(
                    Kind.CONFIG,
                    "the server of " + shown + " refused the login: check \"user\" and \"password\"",
                    thrown);
        }
        if (text.contains("no such file") || text.contains("does not exist") || text.contains("code: 550")) {
            return new ConnectorException(
                    Kind.CONFIG, "the folder " + shown + " does not exist: create it, or correct \"uri\"", thrown);
        }
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new ConnectorException(
                Kind.TRANSIENT, "the folder " + shown + " could not be reached: " + reason(root), thrown);
    }

    /** In words that name neither a password nor what is in a file. */
    private static String reason(Throwable root) {
        if (root instanceof UnknownHostException) {
            return "no machine has that name";
        }
        if (root instanceof SocketTimeoutException
                || String.valueOf(root.getMessage()).contains("timeout")) {
            return "it did not answer in time";
        }
        if (root instanceof ConnectException || root instanceof NoRouteToHostException) {
            return "nothing answers at that port";
        }
        String type = root.getClass().getSimpleName();
        return type.equals("JSchException") ? root.getMessage() : type;
    }
}
