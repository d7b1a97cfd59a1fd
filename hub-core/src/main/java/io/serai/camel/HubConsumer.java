package io.serai.camel;

import io.serai.sync.Run;
import io.serai.sync.RunRefused;
import io.serai.sync.RunRequest;
import io.serai.sync.RunStatus;
import io.serai.sync.RunView;
import io.serai.sync.Runs;
import io.serai.sync.SyncException;
import io.serai.sync.Trigger;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.ShutdownPrepared;
import org.apache.camel.support.ScheduledPollConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a route: by its schedule, or when asked. */
final class HubConsumer extends ScheduledPollConsumer implements ShutdownPrepared {

    private static final Logger LOG = LoggerFactory.getLogger("io.serai.runs");
    private static final int SECONDS_FOR_THE_PAGE_UNDER_WAY = 30;

    private final Runs runs;
    private final Pass pass;
    private final Failures failures;
    private final ReentrantLock running = new ReentrantLock();
    private final Beats beats;
    private volatile Run current;
    private volatile RunRequest interrupted;
    private boolean scheduled;

    HubConsumer(HubStartEndpoint endpoint, Processor processor, HubComponent component, Pass pass) {
        super(endpoint, processor);
        this.runs = component.services().runs();
        this.pass = pass;
        this.failures = component.failures();
        this.beats = component.beats();
    }

    /** What was asked of the run that the last stop ended before it was done. */
    Optional<RunRequest> interrupted() {
        return Optional.ofNullable(interrupted);
    }

    /**
     * Runs the route once, on the caller's thread.
     *
     * @return the finished run, failed ones too
     * @throws RunRefused when the route is running already, or stops
     */
    RunView trigger(RunRequest request) {
        if (!isRunAllowed() || isSuspended()) {
            throw new RunRefused("The route \"" + getRouteId() + "\" is stopping.");
        }
        Run run = runs.start(getRouteId(), request);
        running.lock();
        try {
            if (!isRunAllowed()) {
                return run.finish(RunStatus.INTERRUPTED, null); // stopped between the question and the lock
            }
            current = run;
            RunStatus status = pass.run(run, this);
            failures.sentence(run).ifPresent(run::note);
            interrupted = status == RunStatus.INTERRUPTED && run.cancelled() ? request : null;
            return run.finish(status, null);
        } catch (RuntimeException e) {
            LOG.debug("Run {} of {} failed", run.id(), run.route(), e);
            return run.fail(e);
        } catch (Error e) {
            run.fail(e);
            throw e;
        } finally {
            current = null;
            running.unlock();
        }
    }

    @Override
    protected int poll() {
        RunView run;
        try {
            run = trigger(RunRequest.send(Trigger.SCHEDULE));
        } catch (RunRefused e) {
            LOG.info("{} The scheduled run is left out.", e.getMessage());
            return 0;
        } finally {
            beats.note(getRouteId(), getEndpoint().getEndpointUri());
        }
        if (run.status() == RunStatus.FAILED) {
            throw new SyncException("Run " + run.id() + " of \"" + run.route() + "\" failed: " + run.message());
        }
        return (int)
                Math.min(Integer.MAX_VALUE, run.counts().read() + run.counts().planned());
    }

    /** Hands a page to the route and waits until all its steps have finished it. */
    void process(HubPass belongsTo, PageMessage page) {
        Exchange exchange = createExchange(false);
        try {
            exchange.setProperty(HubPass.PROPERTY, belongsTo);
            exchange.getMessage().setHeaders(page.headers());
            exchange.getMessage().setHeader("HubRoute", belongsTo.run().route());
            exchange.getMessage().setHeader("HubRun", belongsTo.run().id());
            exchange.getMessage().setBody(page.body());
            getProcessor().process(exchange);
            Exception failure = exchange.getException();
            if (failure != null) {
                throw failure;
            }
            if (exchange.isRollbackOnly() || exchange.isRollbackOnlyLast()) {
                throw new SyncException("The route asked to roll the page back; nothing of it counts as done.");
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new SyncException(Sentences.of(e), e);
        } finally {
            releaseExchange(exchange, false);
        }
    }

    /** The {@code hub:push} steps of the route, in its order. */
    List<HubPushEndpoint> pushSteps() {
        return PushSteps.of(getEndpoint().getCamelContext(), getRouteId());
    }

    /** Whether the route does nothing else than these. */
    boolean onlyPushes() {
        return PushSteps.only(getEndpoint().getCamelContext(), getRouteId());
    }

    @Override
    protected void doStart() throws Exception {
        interrupted = null;
        long next = beats.next(
                getRouteId(),
                getEndpoint().getEndpointUri(),
                getTimeUnit().toMillis(getDelay()),
                getTimeUnit().toMillis(getInitialDelay()));
        setInitialDelay(getTimeUnit().convert(next, TimeUnit.MILLISECONDS));
        scheduled = true;
        super.doStart();
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        cancel();
    }

    @Override
    protected void doSuspend() throws Exception {
        cancel();
        super.doSuspend();
    }

    @Override
    protected void doStop() throws Exception {
        cancel();
        if (running.tryLock(SECONDS_FOR_THE_PAGE_UNDER_WAY, TimeUnit.SECONDS)) {
            running.unlock();
        }
        if (!scheduled) {
            setScheduler(null); // Quartz takes away a trigger that there never was otherwise
        }
        super.doStop();
    }

    private void cancel() {
        Run run = current;
        if (run != null) {
            run.cancel();
        }
    }
}
