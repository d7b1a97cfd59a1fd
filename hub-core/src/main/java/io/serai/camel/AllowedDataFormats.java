package io.serai.camel;

import io.serai.config.RouteVocabulary;
import io.serai.config.Suggestion;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.DataFormat;
import org.apache.camel.spi.DataFormatResolver;

/** Data formats by the allow-list. */
record AllowedDataFormats(DataFormatResolver camel) implements DataFormatResolver {

    @Override
    public DataFormat createDataFormat(String name, CamelContext context) {
        if (!RouteVocabulary.dataFormats().contains(name)) {
            throw new RefusedException("The data format \"" + name + "\" is not allowed or not known. "
                    + Suggestion.hint(name, RouteVocabulary.dataFormats()));
        }
        return camel.createDataFormat(name, context);
    }
}
