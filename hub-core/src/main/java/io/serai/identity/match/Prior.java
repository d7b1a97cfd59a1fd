package io.serai.identity.match;

/**
 * How many of all pairs are one person and how many one household, estimated from the scores of the candidates themselves:
 * a threshold that does not know would drift with the number of records.
 */
final class Prior {

    private static final long MOST_PAIRS = 200_000;
    private static final int ROUNDS = 100;

    private final Sample sample;
    private final Model model;
    private final int[][] rarities;

    Prior(Sample sample, Model model, int[][] rarities) {
        this.sample = sample;
        this.model = model;
        this.rarities = rarities;
    }

    /** The model's evidence with the priors that its candidates speak for. */
    Evidence of(Blocks blocks) {
        int oneIn = (int) Math.max(1, blocks.pairs() / MOST_PAIRS);
        IntArray same = new IntArray(1 << 16);
        IntArray house = new IntArray(1 << 16);
        Scorer scorer = new Scorer(sample, model, rarities);
        for (int block = 0; block < blocks.size(); block++) {
            for (int i = blocks.from(block); i < blocks.to(block); i++) {
                for (int j = i + 1; j < blocks.to(block); j++) {
                    int left = blocks.row(i);
                    int right = blocks.row(j);
                    boolean drawn = oneIn == 1 || Long.remainderUnsigned(Hashes.of(left, right), oneIn) == 0;
                    if (drawn && blocks.gives(block, left, right)) {
                        scorer.weight(left, right);
                        same.add(scorer.same());
                        house.add(scorer.house());
                    }
                }
            }
        }
        return estimate(same, house, oneIn);
    }

    private Evidence estimate(IntArray same, IntArray house, long oneIn) {
        double pairs = (double) sample.size() * Math.max(1, sample.size() - 1) / 2;
        boolean households = model.evidence().hasHouseholds();
        double shareSame = Math.min(.1, 1.0 / Math.max(2, sample.size()));
        double shareHouse = households ? shareSame : 0;
        for (int round = 0; round < ROUNDS; round++) {
            int priorSame = Bits.of(shareSame / (1 - shareSame - shareHouse));
            int priorHouse = households ? Bits.of(shareHouse / (1 - shareSame - shareHouse)) : 0;
            double sumSame = 0;
            double sumHouse = 0;
            for (int i = 0; i < same.size(); i++) {
                double oddsSame = Bits.power(same.get(i) + priorSame);
                double oddsHouse = households ? Bits.power(house.get(i) + priorHouse) : 0;
                sumSame += oddsSame / (1 + oddsSame + oddsHouse);
                sumHouse += oddsHouse / (1 + oddsSame + oddsHouse);
            }
            double before = shareSame;
            shareSame = Math.max(1 / pairs, sumSame * oneIn / pairs);
            shareHouse = households ? Math.max(1 / pairs, sumHouse * oneIn / pairs) : 0;
            if (Math.abs(shareSame - before) < 1e-4 * shareSame) {
                break;
            }
        }
        double apart = 1 - shareSame - shareHouse;
        return model.evidence().withPriors(Bits.of(shareSame / apart), households ? Bits.of(shareHouse / apart) : 0);
    }
}
