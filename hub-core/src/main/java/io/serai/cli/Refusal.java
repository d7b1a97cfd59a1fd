package io.serai.cli;

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

    public int exitCode() {
        return exitCode;
    }
}
