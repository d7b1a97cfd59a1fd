package io.serai.config;

/**
 * One mistake in a file, for the person who made it.
 *
 * @param severity whether anything may start
 * @param position where
 * @param message one sentence: the thing in quotes and what is wrong with it
 * @param hint one sentence: what is meant or what to do; possibly empty
 */
public record Problem(Severity severity, Position position, String message, String hint) {

    /** Whether anything may start. */
    public enum Severity {
        ERROR,
        WARNING
    }

    @Override
    public String toString() {
        return position + ": " + message + (hint.isEmpty() ? "" : " " + hint);
    }
}
