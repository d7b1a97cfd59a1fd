package io.serai.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Where a command writes: data to one stream, talk to the other. Colours only on a terminal, and never with NO_COLOR. */
public final class Terminal {

    private final PrintStream out;
    private final PrintStream err;
    private final boolean colours;
    private final boolean interactive;
    private final BufferedReader in;

    Terminal(PrintStream out, PrintStream err, boolean colours, boolean interactive) {
        this(InputStream.nullInputStream(), out, err, colours, interactive);
    }

    Terminal(InputStream in, PrintStream out, PrintStream err, boolean colours, boolean interactive) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
        this.err = err;
        this.colours = colours;
        this.interactive = interactive;
    }

    /** The process's own streams. */
    static Terminal ofProcess(PrintStream out, PrintStream err, Map<String, String> environment) {
        boolean terminal = System.console() != null;
        boolean colours = terminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
        return new Terminal(System.in, out, err, colours, terminal);
    }

    /** A line of data. */
    public void line(String text) {
        out.println(text);
    }

    /** Where data goes. */
    PrintStream out() {
        return out;
    }

    /** A line of talk. */
    public void say(String text) {
        err.println(text);
    }

    /** A question, on whose line the answer is written. */
    void ask(String question) {
        err.print(question);
        err.flush();
    }

    /** The next line that somebody writes; empty when there is no more. */
    Optional<String> answer() {
        try {
            return Optional.ofNullable(in.readLine());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A failure with the places it went through. */
    void trace(Exception failure) {
        failure.printStackTrace(err);
    }

    /** An object as one line of JSON, keys in their own order; what it only goes through once is never in memory as a whole. */
    public void json(Object value) {
        try {
            Json.MAPPER.writeValue(out, value);
            out.println();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot write the answer as JSON", e);
        }
    }

    /** Progress of long work: one line that is written over on a terminal; elsewhere the caller decides what is worth a line. */
    public void progress(String text) {
        if (interactive) {
            err.print("\r\u001b[2K" + text);
            err.flush();
        }
    }

    /** Ends a progress line. */
    public void progressDone() {
        if (interactive) {
            err.print("\r\u001b[2K");
            err.flush();
        }
    }

    boolean colours() {
        return colours;
    }

    public boolean interactive() {
        return interactive;
    }

    public String bold(String text) {
        return style("1", text);
    }

    public String dim(String text) {
        return style("2", text);
    }

    public String red(String text) {
        return style("31", text);
    }

    public String green(String text) {
        return style("32", text);
    }

    public String yellow(String text) {
        return style("33", text);
    }

    private String style(String code, String text) {
        return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /** Made when it is first asked for: its classes take a tenth of the start of a command. */
    private static final class Json {
        private static final ObjectMapper MAPPER = new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }
}
