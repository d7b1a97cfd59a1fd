package io.serai.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;

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
    private final Groups records;

    /**
     * @param ids live signatures, ascending
     * @param profileOf by signature, in step: 1 to profiles
     */
    FirstMembers(Connection connection, long[] ids, int[] profileOf, int profiles) throws SQLException {
        this.profiles = profiles;
        this.ids = ids;
        nodes = new Groups(profileOf, ids.length, profiles);
        changed = new long[ids.length];
        feeds = new int[ids.length];
        int[] at = {0};
        Sql.each(
                connection,
                row -> {
                    feeds[at[0]] = Math.toIntExact(row.getLong(1));
                    changed[at[0]++] = row.getLong(2);
                },
                "SELECT feed_id, changed FROM signature WHERE records > 0 ORDER BY id");
        records = records(connection);
    }

    /** Only people's: orders and events are on the timeline. */
    private Groups records(Connection connection) throws SQLException {
        Map<Long, FeedTable.Feed> byId = FeedTable.byId(connection);
        int[][] nodeOf = {new int[1024]};
        int[] size = {0};
        Sql.each(
                connection,
                row -> {
                    int node = Arrays.binarySearch(ids, row.getLong(2));
                    if (byId.get((long) feeds[node]).target().equals("PROFILE")) {
                        if (size[0] == recordIds.length) {
                            recordIds = Arrays.copyOf(recordIds, size[0] * 2);
                            nodeOf[0] = Arrays.copyOf(nodeOf[0], size[0] * 2);
                        }
                        recordIds[size[0]] = row.getLong(1);
                        nodeOf[0][size[0]++] = node + 1;
                    }
                },
                "SELECT record_id, signature_id FROM record_state WHERE signature_id IS NOT NULL ORDER BY record_id");
        return new Groups(nodeOf[0], size[0], ids.length);
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
