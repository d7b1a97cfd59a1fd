package io.serai.camel;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.GenericFileEndpoint;

/** Camel's {@code file:}, with relative folders in the hub home, whatever folder the hub was started from. */
final class HomeFileComponent extends FileComponent {

    private final Path home;

    HomeFileComponent(Path home) {
        this.home = home.toAbsolutePath();
    }

    @Override
    protected GenericFileEndpoint<File> buildFileEndpoint(String uri, String remaining, Map<String, Object> parameters)
            throws Exception {
        return super.buildFileEndpoint(uri, home.resolve(remaining).toString(), parameters);
    }
}
