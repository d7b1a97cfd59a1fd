package io.serai.cli;

import io.serai.Hub;
import io.serai.profile.Person;
import io.serai.record.Payload;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description = "Print everything that is kept of a person as JSON, records whole: their right to know.")
final class ProfileExportCommand extends Common implements Callable<Integer> {

    @Parameters(paramLabel = "WHO", description = "P12, or an identifier such as email:ann@example.org.")
    private String who;

    ProfileExportCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        try (Hub hub = reading()) {
            Person person = One.person(hub, who);
            Map<String, Object> json = PersonView.whole(person);
            json.put("segments", hub.segments().of(person.id()));
            json.put(
                    "records",
                    person.records().stream()
                            .map(record -> {
                                Map<String, Object> row = PersonView.record(record);
                                row.put("fields", Payload.fields(record.payload()));
                                return row;
                            })
                            .toList());
            terminal().json(json);
            return ExitCode.OK;
        }
    }
}
