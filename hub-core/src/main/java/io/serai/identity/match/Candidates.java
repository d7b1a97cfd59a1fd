package io.serai.identity.match;

/**
 * Pairs of records that may be one person, with their weights; in the order of the records.
 *
 * @param compared how many pairs were looked at
 * @param left record numbers as added
 * @param right record numbers as added, in step
 * @param weight hundredths of a bit, in step; at or above the model's floor
 */
public record Candidates(long compared, int[] left, int[] right, int[] weight) {

    /** How many there are. */
    public int size() {
        return left.length;
    }

    /** In so many parts that share no record, in the order of these. */
    Candidates[] apart(int records, int parts) {
        Unions unions = new Unions(records);
        for (int i = 0; i < size(); i++) {
            unions.merge(left[i], right[i], weight[i]);
        }
        int[] sizes = new int[parts];
        for (int each : left) {
            sizes[unions.find(each) % parts]++;
        }
        Candidates[] apart = new Candidates[parts];
        for (int part = 0; part < parts; part++) {
            apart[part] = new Candidates(0, new int[sizes[part]], new int[sizes[part]], new int[sizes[part]]);
        }
        for (int i = size() - 1; i >= 0; i--) {
            int part = unions.find(left[i]) % parts;
            int at = --sizes[part];
            apart[part].left[at] = left[i];
            apart[part].right[at] = right[i];
            apart[part].weight[at] = weight[i];
        }
        return apart;
    }
}
