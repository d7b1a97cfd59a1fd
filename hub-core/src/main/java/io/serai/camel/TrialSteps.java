package io.serai.camel;

import java.util.Set;
import java.util.function.Function;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.model.LogDefinition;
import org.apache.camel.processor.aggregate.AggregateProcessor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** Stands around every step of a tried route: lets it work, and notes what came of it; what would ask others is left out. */
final class TrialSteps implements InterceptStrategy {

    private static final Set<String> ASKING = Set.of("enrich", "pollEnrich", "poll");

    private final TrialLog log;
    private final boolean call;

    /** @param call whether steps that ask other systems do so */
    TrialSteps(TrialLog log, boolean call) {
        this.log = log;
        this.call = call;
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode node, Processor target, Processor nextTarget) {
        AsyncProcessor work = AsyncProcessorConverterHelper.convert(target);
        if (node instanceof LogDefinition said) {
            return new Noted(node, nothing(), exchange -> "would log: " + logged(said, exchange));
        }
        if (ASKING.contains(node.getShortName()) && !call) {
            return new Noted(node, nothing(), exchange -> "left out, because it asks another system: add --call");
        }
        boolean holds = target instanceof AggregateProcessor;
        return new Noted(node, work, exchange -> holds ? "holds it until its group is complete" : "");
    }

    private static String logged(LogDefinition log, Exchange exchange) {
        String message = log.getMessage();
        return message == null
                ? ""
                : Sample.text(exchange.getContext()
                        .resolveLanguage("simple")
                        .createExpression(message)
                        .evaluate(exchange, String.class));
    }

    private static AsyncProcessor nothing() {
        return AsyncProcessorConverterHelper.convert(exchange -> {});
    }

    /** Waits for a step that goes on elsewhere, such as a delay: the next one begins after it, as it is shown. */
    private final class Noted extends DelegateAsyncProcessor {
        private final NamedNode node;
        private final Function<Exchange, String> remark;

        Noted(NamedNode node, AsyncProcessor work, Function<Exchange, String> remark) {
            super(work);
            this.node = node;
            this.remark = remark;
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            TrialLog.Note note = log.begin(node, exchange);
            Object around = exchange.getProperty(TrialLog.NOTE);
            exchange.setProperty(TrialLog.NOTE, note);
            String said = remark.apply(exchange);
            if (!said.isEmpty()) {
                note.say(said);
            }
            try {
                getProcessor().process(exchange);
            } catch (Exception failure) {
                exchange.setException(failure);
            }
            exchange.setProperty(TrialLog.NOTE, around);
            log.end(note, exchange);
            callback.done(true);
            return true;
        }
    }
}
