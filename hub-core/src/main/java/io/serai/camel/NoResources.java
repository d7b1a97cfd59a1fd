package io.serai.camel;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.spi.ResourceLoader;
import org.apache.camel.support.service.ServiceSupport;

/** Stands in for Camel's loader of files, addresses and class path resources that expressions and options can name. */
final class NoResources extends ServiceSupport implements ResourceLoader {

    private CamelContext context;

    @Override
    public CamelContext getCamelContext() {
        return context;
    }

    @Override
    public void setCamelContext(CamelContext context) {
        this.context = context;
    }

    @Override
    public Resource resolveResource(String uri) {
        throw new RefusedException("A route must not load \"" + uri + "\" from elsewhere. Write it into the route.");
    }
}
