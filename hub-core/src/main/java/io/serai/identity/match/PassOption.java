package io.serai.identity.match;

/** A pass that may be chosen: what it finds and what it costs. */
final class PassOption {

    private final Pass pass;
    private final long[] finds;
    private final double usual;
    private double cost;
    private double gain = Double.MAX_VALUE;
    private boolean measured;

    /**
     * @param finds a bit for each known pair
     * @param cost pairs of unrelated records, at least 1
     * @param usual what passes may cost on average
     */
    PassOption(Pass pass, long[] finds, double cost, double usual) {
        this.usual = usual;
        this.pass = pass;
        this.finds = finds;
        this.cost = cost;
    }

    Pass pass() {
        return pass;
    }

    double cost() {
        return cost;
    }

    boolean isMeasured() {
        return measured;
    }

    void measure(double real) {
        measured = true;
        cost = Math.max(cost, real);
    }

    double gain() {
        return gain;
    }

    /** What it would add for what it costs; what is cheaper than usual counts as usual. */
    double rank() {
        return gain / (cost + usual);
    }

    /** Adds up anew; gains only fall. */
    void value(double[] left) {
        gain = worth(left);
    }

    double worth(double[] of) {
        double sum = 0;
        for (int word = 0; word < finds.length; word++) {
            for (long bits = finds[word]; bits != 0; bits &= bits - 1) {
                sum += of[word * 64 + Long.numberOfTrailingZeros(bits)];
            }
        }
        return sum;
    }

    void take(double[] left, double again) {
        for (int word = 0; word < finds.length; word++) {
            for (long bits = finds[word]; bits != 0; bits &= bits - 1) {
                left[word * 64 + Long.numberOfTrailingZeros(bits)] *= again;
            }
        }
    }
}
