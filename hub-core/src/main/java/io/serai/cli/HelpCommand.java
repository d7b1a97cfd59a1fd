package io.serai.cli;

import io.serai.config.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "help", description = "Show a page of the guide, one of its sections, or the help of a command.")
final class HelpCommand extends Common implements Callable<Integer> {

    private static final int WIDTH = 100;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "TOPIC",
            description = "A page or a heading of the guide, or a command. Without one: what there is.")
    private List<String> words = new ArrayList<>();

    HelpCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        Guide guide = Guide.installed();
        if (words.isEmpty()) {
            topics(guide);
            return ExitCode.OK;
        }
        String wanted = String.join(" ", words);
        Optional<CommandLine> command = command();
        Optional<Guide.Topic> page = guide.page(wanted);
        Optional<Guide.Topic> topic = page.isPresent() || command.isPresent() ? page : guide.section(wanted);
        if (topic.isPresent()) {
            show(topic.get());
            command.ifPresent(
                    also -> terminal().say("There is a command of that name, too: hub " + wanted + " --help"));
        } else if (command.isPresent()) {
            command.get().usage(terminal().out());
            guide.section(wanted).ifPresent(section -> {
                terminal().line("");
                show(section);
            });
        } else {
            throw Refusal.usage(unknown(guide, wanted));
        }
        return ExitCode.OK;
    }

    private Optional<CommandLine> command() {
        CommandLine found = spec.parent().commandLine();
        for (String word : words) {
            found = found.getSubcommands().get(word);
            if (found == null) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    private String unknown(Guide guide, String wanted) {
        List<String> names = new ArrayList<>(guide.names());
        names.addAll(spec.parent().commandLine().getSubcommands().keySet());
        return "There is no help on \"" + wanted + "\". "
                + Suggestion.nearest(wanted.toLowerCase(Locale.ROOT), names)
                        .map(near -> "Did you mean \"" + near + "\"?")
                        .orElse("See what there is: hub help");
    }

    private void show(Guide.Topic topic) {
        if (json()) {
            Map<String, Object> row = row(topic);
            row.put("text", new MarkdownText(terminal(), WIDTH).of(topic.markdown()));
            terminal().json(row);
        } else {
            terminal().line(new MarkdownText(terminal(), WIDTH).of(topic.markdown()));
        }
    }

    private void topics(Guide guide) {
        if (json()) {
            terminal().json(guide.pages().stream().map(HelpCommand::row).toList());
            return;
        }
        terminal().line("The guide, page by page. Show one with hub help TOPIC, or a section of one by its heading.");
        for (Guide.Topic page : guide.pages()) {
            terminal().line("");
            terminal().line(terminal().bold(page.name()));
            MarkdownText.wrapped(String.join(" · ", page.headings()), "  ", "  ", WIDTH)
                    .forEach(terminal()::line);
        }
        terminal().line("");
        terminal().line("Commands: hub --help, and hub help COMMAND.");
    }

    private static Map<String, Object> row(Guide.Topic topic) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("topic", topic.name());
        row.put("headings", topic.headings());
        return row;
    }
}
