package io.serai.demo;

/** Where the story is told: lines of it to one side, talk about how far it is to the other. */
public interface Teller {

    /** A line of the story. */
    void line(String text);

    /** What is being done now; the next such line takes its place. */
    void progress(String text);

    /** A word for the person at the terminal that is not part of the story. */
    void say(String text);

    /** Stands out, where colours are. */
    String strong(String text);

    /** Stands back, where colours are. */
    String faint(String text);
}
