package io.serai.identity.match;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * From weights to probabilities: log odds times a slope, which is below 1 where the evidence is less independent than the
 * model takes it to be (Platt 1999).
 *
 * @param slope in thousandths
 * @param shift hundredths of a bit, added
 */
record Calibration(int slope, int shift) {

    static final Calibration NONE = new Calibration(1000, 0);

    double probability(int weight) {
        double odds = Bits.power((int) ((long) weight * slope / 1000) + shift);
        return odds / (1 + odds);
    }

    int weightOf(double probability) {
        return (int) ((Bits.ofProbability(probability) - shift) * 1000L / slope);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(slope);
        out.writeInt(shift);
    }

    static Calibration read(DataInput in) throws IOException {
        return new Calibration(in.readInt(), in.readInt());
    }
}
