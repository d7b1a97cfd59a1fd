package io.serai.identity.match;

import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * What says how likely two records are one person, frozen: weights, frequencies, keys and prior. Everything it answers is a
 * pure function of the records given and of what it was made of. Immutable, for any number of threads.
 *
 * <p>Weights are those of Fellegi and Sunter (1969) in hundredths of a bit; the value that two records share counts by how
 * rare it is (Winkler 1989); two people of one household are a class of their own.
 */
public final class Model {

    private static final int FORMAT = 3;
    private static final int EDGE_FLOOR = -300;

    private final Slots slots;
    private final Evidence evidence;
    private final Weighing weighing;
    private final List<Frequencies> frequencies;
    private final List<Pass> passes;
    private final Calibration calibration;
    private final int blockLimit;
    private final Keys keys;
    private final Portraits portraits;
    private final Bounds bounds;
    private final long version;

    Model(
            Slots slots,
            Evidence evidence,
            List<Frequencies> frequencies,
            List<Pass> passes,
            Calibration calibration,
            int blockLimit) {
        this.slots = slots;
        this.evidence = evidence;
        weighing = new Weighing(slots, evidence);
        this.frequencies = List.copyOf(frequencies);
        this.passes = List.copyOf(passes);
        this.calibration = calibration;
        this.blockLimit = blockLimit;
        keys = new Keys(slots, this.passes);
        portraits = Portraits.of(slots, this.frequencies);
        bounds = new Bounds(slots, evidence, this.frequencies);
        version = contentHash();
    }

    /** Built-in weights for fields of which nothing is known yet: conservative, a name alone never says who somebody is. */
    public static Model standard(List<Field> fields) {
        return StandardModel.of(fields);
    }

    /**
     * Learns from records without labels. The same records give the same model to the bit, whatever their order and the number
     * of threads.
     *
     * @param sample records, in the fields of the model
     */
    public static Model fit(Sample sample, FitSettings settings) {
        return new Fitting(sample, settings.threads()).fit();
    }

    /** What is compared, as given. */
    public List<Field> fields() {
        return slots.fields();
    }

    /** Equal for models that say the same. */
    public long version() {
        return version;
    }

    /**
     * What a record says.
     *
     * @param values aligned with {@link #fields()}; null or blank says nothing
     */
    public Portrait portrait(List<String> values) {
        return portraits.of(values);
    }

    /** Under which a record is found; two are candidates when they share a key of at most {@link #blockLimit()} bearers. */
    public long[] keys(Portrait portrait) {
        return keys.of(portrait);
    }

    /** A key that more records than this bear finds nobody. */
    public int blockLimit() {
        return blockLimit;
    }

    /** The weight below which a pair of candidates is no edge. */
    public int edgeFloor() {
        return EDGE_FLOOR;
    }

    /** Hundredths of a bit: log2 of the odds that the two are the same person, prior included. Symmetric. */
    public int weight(Portrait left, Portrait right) {
        Levels levels = new Levels(slots);
        levels.compare(left, right);
        return weighing.weight(levels.level, levels.rarity);
    }

    /**
     * The weight where it reaches a floor; where it does not, anything below the floor, which is soon seen of most pairs.
     *
     * @param left one that many are compared with, for speed
     */
    public int weight(Portrait left, Portrait right, int floor) {
        Levels levels = new Levels(slots);
        return bounds.mayReach(floor, levels, left, right) ? weighing.weight(levels.level, levels.rarity) : floor - 1;
    }

    /** The weight, and where it comes from. */
    public Score score(Portrait left, Portrait right) {
        Levels levels = new Levels(slots);
        levels.compare(left, right);
        List<Score.Contribution> contributions = new ArrayList<>();
        for (int slot = 0; slot < slots.size(); slot++) {
            if (levels.level[slot] >= 0) {
                Slot said = slots.get(slot);
                contributions.add(new Score.Contribution(
                        said.name(),
                        said.levelName(levels.level[slot]),
                        weighing.said(slot, levels.level, levels.rarity)));
            }
        }
        int same = weighing.same(levels.level, levels.rarity);
        int house = weighing.house(levels.level, levels.rarity);
        int weight = evidence.weight(same, house);
        double probability = probability(weight);
        double odds = Bits.power(house);
        double household = evidence.hasHouseholds() ? (1 - probability) * odds / (1 + odds) : 0;
        return new Score(
                weight, probability, household, evidence.priorSame(), List.copyOf(contributions), weight - same);
    }

    /** How likely a pair of this weight is the same person, calibrated. */
    public double probability(int weight) {
        return calibration.probability(weight);
    }

    /** The weight at which the probability is reached. */
    public int weightOf(double probability) {
        return calibration.weightOf(probability);
    }

    /** Whether the data told households from people. */
    public boolean knowsHouseholds() {
        return evidence.hasHouseholds();
    }

    /** In which ways candidates are found, for people: "family name sounds alike + birth date". */
    public List<String> passes() {
        return passes.stream().map(pass -> pass.name(slots)).toList();
    }

    /** Writes all that {@link #read} needs. */
    public void write(DataOutput out) throws IOException {
        out.writeByte(FORMAT);
        out.writeByte(fields().size());
        for (Field field : fields()) {
            field.write(out);
        }
        out.writeInt(blockLimit);
        calibration.write(out);
        evidence.write(out);
        for (Frequencies each : frequencies) {
            each.write(out);
        }
        out.writeInt(passes.size());
        for (Pass pass : passes) {
            pass.write(out);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException when the bytes are of another format
     */
    public static Model read(DataInput in) throws IOException {
        int format = in.readByte();
        if (format != FORMAT) {
            throw new IOException("this is a model of format " + format + "; this hub reads format " + FORMAT);
        }
        int count = in.readByte();
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            fields.add(Field.read(in));
        }
        Slots slots = new Slots(fields);
        int blockLimit = in.readInt();
        Calibration calibration = Calibration.read(in);
        Evidence evidence = Evidence.read(in, slots.size());
        List<Frequencies> frequencies = new ArrayList<>();
        for (int slot = 0; slot < slots.size(); slot++) {
            frequencies.add(Frequencies.read(in));
        }
        int size = in.readInt();
        List<Pass> passes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            passes.add(Pass.read(in));
        }
        return new Model(slots, evidence, frequencies, passes, calibration, blockLimit);
    }

    private long contentHash() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            write(out);
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
        CRC32 check = new CRC32();
        check.update(bytes.toByteArray());
        return Hashes.of(check.getValue(), bytes.size());
    }

    Slots slots() {
        return slots;
    }

    Weighing weighing() {
        return weighing;
    }

    Bounds bounds() {
        return bounds;
    }

    Evidence evidence() {
        return evidence;
    }

    List<Pass> passList() {
        return passes;
    }

    Calibration calibration() {
        return calibration;
    }

    List<Frequencies> frequencies() {
        return frequencies;
    }
}
