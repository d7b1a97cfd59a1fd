package io.serai.cli;

import io.serai.HubHome;
import io.serai.config.suggest.MappingAdvice;
import io.serai.config.suggest.MappingAdvisor;
import io.serai.config.suggest.MappingYaml;
import io.serai.config.suggest.Sample;
import io.serai.config.suggest.Suggested;
import io.serai.spi.Change;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "suggest",
        description =
                "Propose a mapping for a stream, from what it declares and a page of its records. Nothing is stored.")
final class MappingSuggestCommand extends Common implements Callable<Integer> {

    @Parameters(paramLabel = "STREAM", description = "CONNECTION/STREAM, such as shop/customers.")
    private String written;

    @Option(names = "--no-sample", description = "Ask nobody: by what the stream declares alone.")
    private boolean noSample;

    MappingSuggestCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        HubHome home = HubHome.load(home(), Home.install());
        NamedStream named = NamedStream.of(home, written);
        if (named.stream().read().isEmpty()) {
            throw Refusal.usage("The stream \"" + named.name()
                    + "\" can only be written. A mapping to it says from: profile, to: " + named.name()
                    + ", match: and fields: with the names of traits; see docs/guide/mappings.md.");
        }
        MappingAdvice advice = new MappingAdvisor(
                        named.name(),
                        named.stream(),
                        sample(home, named),
                        home.checked().config().identity(),
                        home.checked().config().hub().timezone())
                .advice();
        String yaml = MappingYaml.of(advice);
        if (json()) {
            terminal().json(json(advice, yaml));
        } else {
            yaml.lines().forEach(terminal()::line);
            terminal()
                    .say("Nothing is changed. Put what you like of it into config/mappings/" + advice.name()
                            + ".yaml; then: hub check, and hub mapping try " + advice.name());
        }
        return ExitCode.OK;
    }

    private Sample sample(HubHome home, NamedStream named) {
        if (noSample) {
            return Sample.none();
        }
        SamplePage page = named.mistakes().isEmpty()
                ? SamplePage.read(home, named.name(), named.stream())
                : SamplePage.none(named.mistakes().get(0).message());
        if (!page.problem().isEmpty()) {
            terminal().say("No record could be looked at: " + page.problem());
        }
        return Sample.of(page.records().stream().map(Change.Upsert::fields).toList());
    }

    private static Map<String, Object> json(MappingAdvice advice, String yaml) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", advice.name());
        json.put("from", advice.stream().toString());
        json.put("to", advice.target());
        json.put("records", advice.records());
        json.put("fields", json(advice.fields()));
        json.put("person", json(advice.person()));
        json.put("identifiers", json(advice.identifiers()));
        json.put("yaml", yaml);
        return json;
    }

    private static List<Map<String, Object>> json(List<Suggested> lines) {
        return lines.stream()
                .map(line -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("field", line.field());
                    json.put("value", line.value());
                    json.put("why", line.why());
                    json.put("taken", line.used());
                    return json;
                })
                .toList();
    }
}
