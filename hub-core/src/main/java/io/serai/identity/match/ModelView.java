package io.serai.identity.match;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Looks into a model, for people. */
public final class ModelView {

    private final Model model;
    private final List<Keys> keys;

    public ModelView(Model model) {
        this.model = model;
        keys = model.passList().stream()
                .map(pass -> new Keys(model.slots(), List.of(pass)))
                .toList();
    }

    /**
     * What the levels of a field are worth.
     *
     * @param field its name
     * @param levels from "different" to "same"
     */
    public record FieldWeights(String field, List<LevelWeight> levels) {}

    /**
     * What a level is worth, in hundredths of a bit against unrelated people.
     *
     * @param level for people: "same", "one letter apart"
     * @param person when the two are one person
     * @param household when they are two people of one household; empty where the data know no households
     */
    public record LevelWeight(String level, int person, OptionalInt household) {}

    /** What the model has learned, field by field. */
    public List<FieldWeights> weights() {
        List<FieldWeights> fields = new ArrayList<>();
        for (int slot = 0; slot < model.slots().size(); slot++) {
            List<LevelWeight> levels = new ArrayList<>();
            Slot said = model.slots().get(slot);
            for (int level = 0; level < said.levels(); level++) {
                if (level == said.top()) {
                    Frequencies frequencies = model.frequencies().get(slot);
                    levels.add(weight(slot, level, ", the most frequent value", frequencies.least()));
                    levels.add(weight(slot, level, ", a rare value", frequencies.rarity(0)));
                } else if (level < said.swapped() || model.slots().family() == slot) {
                    levels.add(weight(slot, level, "", 0));
                }
            }
            fields.add(new FieldWeights(said.name(), List.copyOf(levels)));
        }
        return fields;
    }

    private LevelWeight weight(int slot, int level, String which, int rarity) {
        Evidence evidence = model.evidence();
        return new LevelWeight(
                model.slots().get(slot).levelName(level) + which,
                evidence.same()[slot][0][level] + rarity,
                evidence.hasHouseholds()
                        ? OptionalInt.of(evidence.house()[slot][0][level] + rarity)
                        : OptionalInt.empty());
    }

    /** How many ways of finding candidates there are; {@link Model#passes()} names them. */
    public int passes() {
        return keys.size();
    }

    /** The keys that one of the ways gives. */
    public long[] keys(Portrait portrait, int pass) {
        return keys.get(pass).of(portrait);
    }
}
