package io.serai.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a GraphQL query of the plain kind: fields, aliases, arguments, variables (October 2021 edition, sections 2.2 to 2.10).
 * No fragments, no directives, no mutations: a fake needs none.
 */
final class GraphQuery {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(#[^\\n]*)|\"((?:[^\"\\\\]|\\\\.)*)\"|(-?\\d+(?:\\.\\d+)?)|([A-Za-z_]\\w*)|([{}()\\[\\]:,$!=@]|\\.\\.\\.))");

    private final List<Token> tokens = new ArrayList<>();
    private final JsonNode variables;
    private int next;

    private GraphQuery(String text, JsonNode variables) {
        this.variables = variables;
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.stripTrailing().length()) {
            matcher.region(end, text.length());
            if (!matcher.lookingAt()) {
                throw new IllegalArgumentException("Parse error at character " + end);
            }
            end = matcher.end();
            if (matcher.group(2) != null) {
                tokens.add(new Token(matcher.group(2).replaceAll("\\\\(.)", "$1"), true));
            } else if (matcher.group(1) == null && !",".equals(matcher.group(5))) {
                tokens.add(new Token(matcher.group().strip(), false));
            }
        }
    }

    /**
     * The fields that a query asks for.
     *
     * @throws IllegalArgumentException when it is not such a query
     */
    static List<Field> parse(String text, JsonNode variables) {
        GraphQuery query = new GraphQuery(text, variables);
        if (!query.at("{")) {
            query.skipOperation();
        }
        return query.selection();
    }

    private void skipOperation() {
        if (!take().text().equals("query")) {
            throw new IllegalArgumentException("Only queries are answered");
        }
        int depth = 0;
        while (depth > 0 || !at("{")) {
            String text = take().text();
            depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
        }
    }

    private List<Field> selection() {
        expect("{");
        List<Field> fields = new ArrayList<>();
        while (!at("}")) {
            String alias = take().text();
            String name = alias;
            if (at(":")) {
                take();
                name = take().text();
            }
            Map<String, String> arguments = at("(") ? arguments() : Map.of();
            fields.add(new Field(alias, name, arguments, at("{") ? selection() : List.of()));
        }
        expect("}");
        return fields;
    }

    private Map<String, String> arguments() {
        expect("(");
        Map<String, String> arguments = new LinkedHashMap<>();
        while (!at(")")) {
            String name = take().text();
            expect(":");
            String value = value();
            if (value != null) {
                arguments.put(name, value);
            }
        }
        expect(")");
        return arguments;
    }

    private String value() {
        if (at("$")) {
            take();
            JsonNode variable = variables.path(take().text());
            return variable.isNull() || variable.isMissingNode() ? null : variable.asText();
        }
        Token token = take();
        return !token.quoted() && token.text().equals("null") ? null : token.text();
    }

    private boolean at(String text) {
        return next < tokens.size()
                && !tokens.get(next).quoted()
                && tokens.get(next).text().equals(text);
    }

    private void expect(String text) {
        if (!at(text)) {
            throw new IllegalArgumentException("Parse error: expected \"" + text + "\"");
        }
        next++;
    }

    private Token take() {
        if (next >= tokens.size()) {
            throw new IllegalArgumentException("Parse error: unexpected end");
        }
        return tokens.get(next++);
    }

    private record Token(String text, boolean quoted) {}

    /** One field with its arguments as text; variables are filled in, those that are null are absent. */
    record Field(String alias, String name, Map<String, String> arguments, List<Field> selection) {}
}
