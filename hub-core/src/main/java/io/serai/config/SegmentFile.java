package io.serai.config;

import io.serai.segment.Rule;
import io.serai.segment.Segment;
import java.util.Optional;

/** Reads a file of {@code config/segments}. */
final class SegmentFile {

    private SegmentFile() {}

    static Optional<Segment> read(String name, YamlNode root, Reading reading) {
        int before = reading.problems().errors();
        Section file = Section.of(root, "a segment", reading.problems()).require("where");
        String title = file.text("name").orElse(name);
        Optional<Rule> where = file.node("where").flatMap(node -> new RuleReader(reading).rule(node));
        Optional<String> onePer = file.text("one_per");
        onePer.ifPresent(trait -> reading.refer(Reference.Kind.TRAIT, trait, file.at("one_per")));
        file.finish();
        return where.filter(rule -> reading.problems().errors() == before)
                .map(rule -> new Segment(
                        name,
                        title,
                        rule,
                        onePer,
                        Reading.version(onePer.isEmpty() ? rule : rule + " one per " + onePer.get())));
    }
}
