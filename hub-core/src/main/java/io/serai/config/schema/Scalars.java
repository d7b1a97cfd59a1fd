package io.serai.config.schema;

import io.serai.segment.Operator;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Shapes of single values. A placeholder such as {@code "{{env:NAME}}"} may stand for any of them. */
final class Scalars {

    /** A name of a trait or an identifier, as the check takes it. */
    static final String TRAIT_NAME = "^[A-Za-z_\\u0080-\\uffff][A-Za-z0-9_.\\-\\u0080-\\uffff]*$";

    private static final String PLACEHOLDER = "\\{\\{.*\\}\\}";
    private static final String DURATION = "^\\s*([0-9]{1,9}(ms|[smhdw]))+\\s*$";

    private Scalars() {}

    /** Text that is not blank; a number counts as text. */
    static Shape text() {
        return Shape.any().with("type", List.of("string", "number")).with("pattern", "\\S");
    }

    /** Text of that form. */
    static Shape text(String pattern) {
        return Shape.of("string").with("pattern", pattern + "|" + PLACEHOLDER);
    }

    /** Any value that is not a map or a list, and not nothing. */
    static Shape scalar() {
        return Shape.any().with("type", List.of("string", "number", "boolean"));
    }

    /** Any value, with no placeholder but those that the hub fills in. */
    static Shape setting() {
        return scalar().with("pattern", "^(?![\\s\\S]*\\{\\{(?!\\s*(env|file):))");
    }

    /** One of these words. */
    static Shape word(Collection<String> words) {
        return words.isEmpty() ? text() : Shape.anyOf(words(words), placeholder());
    }

    /** Any text, of which some are known and offered. */
    static Shape offered(Collection<String> words) {
        return words.isEmpty() ? text() : Shape.anyOf(words(words), text());
    }

    private static Shape words(Collection<String> words) {
        return Shape.any().with("enum", List.copyOf(words));
    }

    static Shape placeholder() {
        return Shape.of("string").with("pattern", PLACEHOLDER);
    }

    static Shape flag() {
        return Shape.anyOf(Shape.of("boolean"), text("^(true|True|TRUE|false|False|FALSE)$"));
    }

    static Shape whole(long least, long most) {
        Shape number = Shape.of("integer").with("minimum", least);
        return Shape.anyOf(most == Integer.MAX_VALUE ? number : number.with("maximum", most), text("^[0-9]+$"));
    }

    static Shape number() {
        return Shape.anyOf(Shape.of("number"), text("^-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?$"));
    }

    /** Above 0 and up to 1. */
    static Shape probability() {
        return Shape.anyOf(
                Shape.of("number").with("exclusiveMinimum", 0).with("maximum", 1),
                text("^(1(\\.0*)?|0?\\.[0-9]*[1-9][0-9]*)$"));
    }

    static Shape duration() {
        return text(DURATION).examples("15m", "90d", "1h30m");
    }

    /** A percentage. */
    static Shape percent() {
        return text("^(100(\\.0*)?|[0-9]{1,2}(\\.[0-9]+)?)\\s*%$").examples("5%");
    }

    static Shape moment() {
        return text("^[0-9]{4}-[0-9]{2}").examples("2026-01-31");
    }

    static Shape rate() {
        return text("^\\s*0*[1-9][0-9]{0,5}\\s*/\\s*[smh]\\s*$").examples("2/s", "100/m", "5000/h");
    }

    static Shape zone() {
        return Shape.anyOf(
                words(new TreeSet<>(ZoneId.getAvailableZoneIds())),
                text("^(Z|(UTC|GMT|UT)?[+-][0-9]{1,2}(:?[0-9]{2}){0,2})$"));
    }

    /** One value, or a list of such. */
    static Shape oneOrMore(Shape one) {
        return Shape.anyOf(one, list(one));
    }

    static Shape list(Shape item) {
        return Shape.of("array").with("items", item);
    }

    /** What stands behind an operator of a rule. */
    static Shape operand(Operator operator) {
        return switch (operator.operand()) {
            case VALUE -> scalar();
            case TEXT -> text();
            case LIST -> oneOrMore(scalar());
            case PAIR -> list(scalar()).with("minItems", 2).with("maxItems", 2);
            case FLAG -> Shape.of("boolean");
            case DURATION -> duration();
        };
    }
}
