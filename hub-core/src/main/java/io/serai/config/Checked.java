package io.serai.config;

import java.util.List;

/**
 * A home after its check.
 *
 * @param config what could be read: complete when there is no error
 * @param problems by file, line and column
 * @param named what its placeholders name
 */
public record Checked(HubConfig config, List<Problem> problems, Placeholders.Named named) {

    public Checked {
        problems = List.copyOf(problems);
    }

    /** Whether the hub may start. */
    public boolean ok() {
        return errors() == 0;
    }

    /** How many errors there are. */
    public int errors() {
        return (int) problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .count();
    }
}
