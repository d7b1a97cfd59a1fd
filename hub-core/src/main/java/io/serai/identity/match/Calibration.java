package io.serai.identity.match;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * From weights to probabilities: log odds times a slope, which is below 1 where the evidence is less independent than the
 * model takes it to be (Platt 1999). The more evidence there is, the more of it says the same again, so beyond a bend the
 * slope is another.
 *
 * @param slope in thousandths, up to the bend
 * @param bend hundredths of a bit
 * @param beyond slope in thousandths, from the bend on
 */
record Calibration(int slope, int bend, int beyond) {

    static final Calibration NONE = new Calibration(1000, 0, 1000);

    /**
     * Fields depend on each other in ways that no model of a few parameters knows. Measured on labelled people of several
     * countries and centuries, so that of those said to be one person by 99 in 100, about 99 are,
     * whatever the file.
     */
    static final Calibration USUAL = new Calibration(850, 400, 400);

    double probability(int weight) {
        long odds = (long) Math.min(weight, bend) * slope / 1000 + (long) Math.max(0, weight - bend) * beyond / 1000;
        double power = Bits.power((int) odds);
        return power / (1 + power);
    }

    int weightOf(double probability) {
        int odds = Bits.ofProbability(probability);
        int atBend = bend * slope / 1000;
        return (int) (odds <= atBend ? odds * 1000L / slope : bend + (odds - atBend) * 1000L / beyond);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(slope);
        out.writeInt(bend);
        out.writeInt(beyond);
    }

    static Calibration read(DataInput in) throws IOException {
        return new Calibration(in.readInt(), in.readInt(), in.readInt());
    }
}
