package io.serai.identity.match;

/**
 * Logarithms to base 2 in hundredths, and back, by tables: integers, because sums of them are the same in any order and with
 * any number of threads.
 */
final class Bits {

    /** Beyond 40 bits nothing changes. */
    static final int MOST = 4000;

    private static final double[] POWER = new double[2 * MOST + 1];
    private static final int[] SOFT = new int[2 * MOST + 1];

    static {
        for (int i = -MOST; i <= MOST; i++) {
            double power = StrictMath.pow(2, i / 100.0);
            POWER[i + MOST] = power;
            SOFT[i + MOST] = of(1 + power);
        }
    }

    private Bits() {}

    /** Of a positive number. */
    static int of(double number) {
        return (int) StrictMath.round(100 * StrictMath.log(number) / StrictMath.log(2));
    }

    /** Of odds. */
    static int ofProbability(double probability) {
        return of(probability / (1 - probability));
    }

    /** 2 to the power of hundredths. */
    static double power(int hundredths) {
        return POWER[Math.max(-MOST, Math.min(MOST, hundredths)) + MOST];
    }

    /** The logarithm of one plus the power. */
    static int onePlus(int hundredths) {
        return hundredths > MOST ? hundredths : hundredths < -MOST ? 0 : SOFT[hundredths + MOST];
    }
}
