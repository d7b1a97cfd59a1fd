package io.serai.cli;

import io.serai.config.Suggestion;
import java.util.Collection;

/** A command that cannot be done, with the sentence for the person who typed it. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final int exitCode;

    public Refusal(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** What was typed, or a file that it names, cannot be meant. */
    static Refusal usage(String message) {
        return new Refusal(ExitCode.USAGE, message);
    }

    /** There is nothing of that name; says what was probably meant. */
    static Refusal unknown(String what, String name, Collection<String> known) {
        return usage(("There is no " + what + " \"" + name + "\". " + Suggestion.hint(name, known)).strip());
    }

    public int exitCode() {
        return exitCode;
    }
}
