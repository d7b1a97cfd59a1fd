package io.serai.camel;

import java.util.concurrent.ExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.impl.engine.DefaultExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.SynchronousExecutorService;

/**
 * What steps of a tried route would give to other threads (a wire tap, the parts of a parallel split) is done at once, on the page's
 * own: the page is not over before it is, and what is shown is in one order every time.
 */
final class TrialThreads extends DefaultExecutorServiceManager {

    TrialThreads(CamelContext context) {
        super(context);
    }

    @Override
    public ExecutorService newDefaultThreadPool(Object source, String name) {
        return source instanceof NamedNode
                ? new SynchronousExecutorService()
                : super.newDefaultThreadPool(source, name);
    }

    @Override
    public ExecutorService newThreadPool(Object source, String name, String profileId) {
        return source instanceof NamedNode
                ? new SynchronousExecutorService()
                : super.newThreadPool(source, name, profileId);
    }

    @Override
    public ExecutorService newThreadPool(Object source, String name, ThreadPoolProfile profile) {
        return source instanceof NamedNode
                ? new SynchronousExecutorService()
                : super.newThreadPool(source, name, profile);
    }
}
