package io.serai.camel;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.Predicate;
import org.apache.camel.spi.Language;
import org.apache.camel.support.ExpressionAdapter;

/**
 * Stands in for Camel's bean language, to which Simple hands every path into a value. A bean language could call any method of
 * any object; this one reads fields.
 */
final class FieldLanguage implements Language {

    private static final int VALUE = 1;
    private static final int PATH = 2;
    private static final int ARGUMENTS_OF_A_PATH = 3;

    private final CamelContext context;

    FieldLanguage(CamelContext context) {
        this.context = context;
    }

    @Override
    public Predicate createPredicate(String expression) {
        throw refused();
    }

    @Override
    public Expression createExpression(String expression) {
        throw refused();
    }

    @Override
    public Expression createExpression(String expression, Object[] properties) {
        if (expression != null
                || properties.length != ARGUMENTS_OF_A_PATH
                || !(properties[PATH] instanceof String path)) {
            throw refused();
        }
        Object value = properties[VALUE];
        return new ExpressionAdapter() {
            @Override
            public Object evaluate(Exchange exchange) {
                return FieldPath.parse(complete(path, exchange)).of(value);
            }
        };
    }

    private String complete(String path, Exchange exchange) {
        return path.contains("${")
                ? context.resolveLanguage("simple").createExpression(path).evaluate(exchange, String.class)
                : path;
    }

    private static RefusedException refused() {
        return new RefusedException(
                "A route must not call Java objects. Put meaning into config/ and code into a connector.");
    }
}
