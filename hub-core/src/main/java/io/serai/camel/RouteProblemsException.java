package io.serai.camel;

import io.serai.config.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Routes cannot be loaded or started. The message is complete sentences, each with file and line where they are known. */
public final class RouteProblemsException extends RuntimeException {

    private final transient List<Problem> problems;

    RouteProblemsException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    RouteProblemsException(String message) {
        super(message);
        this.problems = List.of();
    }

    /** What is wrong where; empty when the message says all. */
    public List<Problem> problems() {
        return problems;
    }
}
