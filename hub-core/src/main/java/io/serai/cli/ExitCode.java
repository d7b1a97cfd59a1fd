package io.serai.cli;

/** What a command's exit code says. */
public final class ExitCode {

    /** All went well. */
    public static final int OK = 0;
    /** Something failed. */
    public static final int FAILED = 1;
    /** The command line or a file of the home is wrong; nothing was started. */
    public static final int USAGE = 2;
    /** Done, but something was rejected. */
    public static final int REJECTIONS = 3;

    private ExitCode() {}
}
