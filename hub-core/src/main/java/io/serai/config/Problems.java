package io.serai.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong while files are read. Not thread-safe. */
public final class Problems {

    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(Problem::position)
            .thenComparing(Problem::severity)
            .thenComparing(Problem::message);

    private final List<Problem> found = new ArrayList<>();
    private int errors;

    /** Nothing may start with this. */
    public void error(Position position, String message, String hint) {
        add(new Problem(Problem.Severity.ERROR, position, message, hint));
    }

    /** An error whose message says it all. */
    public void error(Position position, String message) {
        error(position, message, "");
    }

    /** Worth a look; everything still works. */
    public void warning(Position position, String message, String hint) {
        add(new Problem(Problem.Severity.WARNING, position, message, hint));
    }

    /** Adds a problem that was found elsewhere. */
    public void add(Problem problem) {
        if (!found.contains(problem)) {
            found.add(problem);
            errors += problem.severity() == Problem.Severity.ERROR ? 1 : 0;
        }
    }

    /** Adds problems that were found elsewhere. */
    public void addAll(Collection<Problem> problems) {
        problems.forEach(this::add);
    }

    /** How many errors there are so far: compare before and after reading a part. */
    public int errors() {
        return errors;
    }

    /** Whether there is an error in a file so far. */
    boolean hasErrors(String file) {
        return found.stream()
                .anyMatch(problem -> problem.severity() == Problem.Severity.ERROR
                        && problem.position().file().equals(file));
    }

    /** Everything found, by file, line and column. */
    public List<Problem> sorted() {
        return found.stream().sorted(BY_PLACE).toList();
    }
}
