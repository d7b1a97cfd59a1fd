package io.serai.camel;

import io.serai.config.RouteComponents;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RedeliveryPolicyDefinition;
import org.apache.camel.model.errorhandler.DefaultErrorHandlerDefinition;
import org.apache.camel.spi.ClassResolver;
import org.apache.camel.spi.ComponentResolver;
import org.apache.camel.spi.DataFormatResolver;
import org.apache.camel.spi.LanguageResolver;
import org.apache.camel.spi.ResourceLoader;

/**
 * A Camel that resolves only what {@link RouteComponents} and {@link io.serai.config.RouteVocabulary} name. The resolvers are there from the first moment,
 * so that nothing that a route says is resolved without them.
 */
final class SafeContext extends DefaultCamelContext {

    private static final int SECONDS_FOR_PAGES_UNDER_WAY = 30;

    private final RouteComponents allowed;

    /** With the components that every home has. */
    SafeContext() {
        this(RouteComponents.standard());
    }

    /** @param allowed the components that routes may use */
    SafeContext(RouteComponents allowed) {
        super(false);
        this.allowed = allowed;
        disableJMX();
        getCamelContextExtension().setProfile("prod");
        setDevConsole(false);
        setModeline(false);
        setMessageHistory(false);
        setTracing(false);
        setDebugging(false);
        WireHeaders wire = new WireHeaders(allowed.names());
        InboundBoundary boundary = new InboundBoundary(wire);
        addLifecycleStrategy(boundary);
        getCamelContextExtension().registerEndpointCallback(boundary);
        addRoutePolicyFactory(new InboundMessages(wire));
        getCamelContextExtension().setName("serai");
        setLoadHealthChecks(false);
        setAutowiredEnabled(false);
        getStreamCachingStrategy().setSpoolEnabled(true);
        getShutdownStrategy().setTimeout(SECONDS_FOR_PAGES_UNDER_WAY);
        getShutdownStrategy().setLogInflightExchangesOnTimeout(false);
    }

    @Override
    protected ComponentResolver createComponentResolver() {
        return new AllowedComponents(super.createComponentResolver(), () -> allowed);
    }

    @Override
    protected LanguageResolver createLanguageResolver() {
        return new AllowedLanguages(super.createLanguageResolver());
    }

    @Override
    protected DataFormatResolver createDataFormatResolver() {
        return new AllowedDataFormats(super.createDataFormatResolver());
    }

    @Override
    protected ClassResolver createClassResolver() {
        return new AllowedClasses(this);
    }

    /** Routes come from the home's files; nothing that they say is loaded from elsewhere. */
    @Override
    protected ResourceLoader createResourceLoader() {
        return new NoResources();
    }

    /** Set no earlier: routes would take it instead of the {@code errorHandler} that stands above them in their file. */
    @Override
    public void doInit() throws Exception {
        if (getCamelContextExtension().getErrorHandlerFactory() == null) {
            getCamelContextExtension().setErrorHandlerFactory(quiet());
        }
        super.doInit();
    }

    private static DefaultErrorHandlerDefinition quiet() {
        RedeliveryPolicyDefinition policy = new RedeliveryPolicyDefinition();
        policy.logStackTrace(false);
        policy.logExhausted(false);
        policy.logExhaustedMessageHistory(false);
        DefaultErrorHandlerDefinition handler = new DefaultErrorHandlerDefinition();
        handler.setRedeliveryPolicy(policy);
        return handler;
    }
}
