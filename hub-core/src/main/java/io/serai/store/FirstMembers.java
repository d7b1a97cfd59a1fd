package io.serai.store;

import java.util.Arrays;

/** The signatures of new profiles, and the records that describe them: a few numbers for each, in arrays. */
final class FirstMembers {

    /** Takes a signature. */
    interface Signatures {
        void signature(long id, long feed, long changed);
    }

    /** Takes a record. */
    interface Records {
        void record(long id, long feed);
    }

    private final int profiles;
    private final long[] ids;
    private final long[] changed;
    private final int[] feeds;
    private final Groups nodes;
    private long[] recordIds = new long[1024];
    private int[] recordNodes = new int[1024];
    private int size;
    private Groups records;

    /**
     * @param ids live signatures, ascending
     * @param profileOf by signature, in step: 1 to profiles
     */
    FirstMembers(long[] ids, int[] profileOf, int profiles) {
        this.profiles = profiles;
        this.ids = ids;
        nodes = new Groups(profileOf, ids.length, profiles);
        changed = new long[ids.length];
        feeds = new int[ids.length];
    }

    /** Of which feed a signature is, by its place, and when it last changed. */
    void says(int node, int feed, long at) {
        feeds[node] = feed;
        changed[node] = at;
    }

    /** A record of a person, not of an order or event, and its signature's place; in the order of their numbers. */
    void describes(long record, int node) {
        if (size == recordIds.length) {
            recordIds = Arrays.copyOf(recordIds, size * 2);
            recordNodes = Arrays.copyOf(recordNodes, size * 2);
        }
        recordIds[size] = record;
        recordNodes[size++] = node + 1;
    }

    /** There are no more records. */
    FirstMembers complete() {
        records = new Groups(recordNodes, size, ids.length);
        recordNodes = new int[0];
        return this;
    }

    int profiles() {
        return profiles;
    }

    /** The numbers of the signatures of some profiles, one after the other. */
    long[] signatures(int first, int last) {
        return Arrays.stream(nodes.members, nodes.start[first], nodes.start[last + 1])
                .mapToLong(node -> ids[node])
                .sorted()
                .toArray();
    }

    /** The numbers of the records of some profiles. */
    long[] records(int first, int last) {
        return Arrays.stream(nodes.members, nodes.start[first], nodes.start[last + 1])
                .flatMap(node -> Arrays.stream(records.members, records.start[node + 1], records.start[node + 2]))
                .mapToLong(record -> recordIds[record])
                .sorted()
                .toArray();
    }

    void eachSignature(int profile, Signatures taker) {
        for (int i = nodes.start[profile]; i < nodes.start[profile + 1]; i++) {
            int node = nodes.members[i];
            taker.signature(ids[node], feeds[node], changed[node]);
        }
    }

    void eachRecord(int profile, Records taker) {
        for (int i = nodes.start[profile]; i < nodes.start[profile + 1]; i++) {
            int node = nodes.members[i];
            for (int j = records.start[node + 1]; j < records.start[node + 2]; j++) {
                taker.record(recordIds[records.members[j]], feeds[node]);
            }
        }
    }

    /** Members by group, in their order: the members of group g are those from start[g] to start[g + 1]. */
    private static final class Groups {

        private final int[] start;
        private final int[] members;

        /** @param groupOf by member, 1 to groups */
        Groups(int[] groupOf, int size, int groups) {
            start = new int[groups + 2];
            for (int member = 0; member < size; member++) {
                start[groupOf[member] + 1]++;
            }
            for (int group = 1; group < start.length; group++) {
                start[group] += start[group - 1];
            }
            int[] next = start.clone();
            members = new int[size];
            for (int member = 0; member < size; member++) {
                members[next[groupOf[member]]++] = member;
            }
        }
    }
}
