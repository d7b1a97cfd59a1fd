package io.serai.cli;

import java.util.Optional;
import java.util.function.Function;

/** Asks one question after the other. What cannot be meant is asked again, with the reason. */
final class Answers {

    private final Terminal terminal;

    Answers(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * What was answered.
     *
     * @param question without a mark at its end
     * @param usual what an empty answer means; possibly empty
     * @param wrong why an answer cannot be meant; empty when it can
     * @throws Refusal at the end of the input
     */
    String ask(String question, String usual, Function<String, Optional<String>> wrong) {
        while (true) {
            terminal.ask(question + (usual.isEmpty() ? ": " : " [" + usual + "]: "));
            String line = terminal.answer()
                    .orElseThrow(
                            () -> new Refusal(
                                    ExitCode.USAGE,
                                    "The input ended before every question was answered; nothing was made. Scripts say it with flags: hub init --help"));
            String answer = line.isBlank() ? usual : line.strip();
            Optional<String> reason = wrong.apply(answer);
            if (reason.isEmpty()) {
                return answer;
            }
            terminal.say(reason.get());
        }
    }

    /** Says something between questions. */
    void say(String text) {
        terminal.say(text);
    }
}
