package io.serai.config;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of Camel's Simple.
 *
 * @param functions as the catalog names them
 */
record SimpleVocabulary(Set<String> functions) {

    /** Functions that Simple has and its description does not name, or names otherwise. */
    private static final Set<String> MORE = Set.of(
            "in",
            "out",
            "file",
            "date-with-timezone",
            "sysenv",
            "hostname",
            "true",
            "false",
            "property",
            "bodyAsIndex",
            "mandatoryBodyAsIndex",
            "headerAsIndex",
            "exchangePropertyAs",
            "exchangePropertyAsIndex",
            "exceptionAs",
            "logExchange",
            "assertExpression",
            "attachmentContent",
            "attachmentContentAs",
            "attachmentContentAsText",
            "attachmentHeader",
            "attachmentHeaderAs",
            "setAttachment");

    /** What may follow {@code file:}. */
    static final Set<String> FILE_NAMES = Set.of(
            "name",
            "name.ext",
            "name.ext.single",
            "name.noext",
            "name.noext.single",
            "onlyname",
            "onlyname.noext",
            "onlyname.noext.single",
            "ext",
            "parent",
            "path",
            "absolute",
            "absolute.path",
            "length",
            "size",
            "modified");

    /** What may stand between two values of a predicate. */
    static final Set<String> OPERATORS = Set.of(
            "==",
            "=~",
            "!=",
            "!=~",
            ">",
            ">=",
            "<",
            "<=",
            "contains",
            "!contains",
            "~~",
            "!~~",
            "regex",
            "!regex",
            "in",
            "!in",
            "is",
            "!is",
            "range",
            "!range",
            "startsWith",
            "!startsWith",
            "endsWith",
            "!endsWith",
            "&&",
            "||",
            "++",
            "--",
            "~>",
            "?~>",
            "?:",
            "?",
            ":");

    /** What other languages write, and what Simple writes for it. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "=", "==", "===", "==", "<>", "!=", "and", "&&", "or", "||", "eq", "==", "equals", "==", "not", "!=");

    boolean hasFunction(String word) {
        return functions.contains(word) || MORE.contains(word);
    }

    /** The function that a word may be a misspelling of. */
    Optional<String> nearFunction(String word) {
        return Suggestion.nearest(word, functions);
    }

    /** The operator that a word stands for elsewhere, or may be a misspelling of. */
    static Optional<String> operatorMeantBy(String word) {
        return Optional.ofNullable(ELSEWHERE.get(word)).or(() -> Suggestion.nearest(word, OPERATORS));
    }
}
