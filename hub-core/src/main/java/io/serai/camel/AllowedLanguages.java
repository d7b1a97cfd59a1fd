package io.serai.camel;

import io.serai.config.RouteVocabulary;
import io.serai.config.Suggestion;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Language;
import org.apache.camel.spi.LanguageResolver;

/** Languages by the allow-list. Simple's paths into values, which Camel hands to its bean language, read fields and call nothing. */
record AllowedLanguages(LanguageResolver camel) implements LanguageResolver {

    @Override
    public Language resolveLanguage(String name, CamelContext context) {
        if (name.equals("bean")) {
            return new FieldLanguage(context);
        }
        if (!RouteVocabulary.languages().contains(name)) {
            throw new RefusedException("The language \"" + name + "\" is not allowed or not known. "
                    + Suggestion.hint(name, RouteVocabulary.languages()));
        }
        return camel.resolveLanguage(name, context);
    }
}
