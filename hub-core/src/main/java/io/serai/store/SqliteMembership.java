package io.serai.store;

import io.serai.profile.TraitCalculator;
import io.serai.segment.Member;
import io.serai.segment.ProfileColumns;
import io.serai.segment.SegmentStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Memberships on one connection. */
final class SqliteMembership implements SegmentStore.Writing {

    private static final String PEOPLE = "live = 1 AND merged_into IS NULL";
    private static final String MEMBERS =
            "SELECT profile_id FROM membership WHERE segment_id = (SELECT id FROM segment WHERE name = ?) AND left IS NULL AND ";

    private final Connection connection;
    private final TraitCalculator calculator;
    private ComputedTraits computed;
    private Instant computedAt;
    private ColumnBlocks blocks;

    SqliteMembership(Connection connection, TraitCalculator calculator) {
        this.connection = connection;
        this.calculator = calculator;
    }

    @Override
    public long version() {
        return ask(() -> StoreVersion.current(connection));
    }

    @Override
    public long[] people(long after, int limit) {
        return ask(() -> ProfileSet.ids(
                connection,
                "SELECT id FROM profile WHERE id > ? AND " + PEOPLE + " ORDER BY id LIMIT ?",
                after,
                limit));
    }

    @Override
    public Optional<ProfileColumns> block(long after, Instant now) {
        if (blocks == null) {
            blocks = ask(() -> new ColumnBlocks(connection));
        }
        if (blocks.of(after + 1) != null) {
            return Optional.of(ask(() -> new StoredColumns(connection, blocks, after, computed(now))));
        }
        long[] people = blocks.endsAt(after) ? new long[0] : people(after, ColumnBlocks.TOGETHER);
        return people.length == 0 ? Optional.empty() : Optional.of(columns(people, now));
    }

    @Override
    public void keepColumns(Set<String> traits) {
        ask(() -> {
            new ColumnKeeping(connection).keep(traits);
            return null;
        });
        blocks = null;
    }

    @Override
    public long lastNumber() {
        return ask(() -> Sql.number(connection, "SELECT coalesce(max(id), 0) FROM profile"));
    }

    @Override
    public long[] touched(long version) {
        return since(version, PEOPLE);
    }

    @Override
    public long[] gone(long version) {
        return since(version, "NOT (" + PEOPLE + ")");
    }

    /** Sorted here: asked for an order by number, the engine would look at all profiles instead of the touched. */
    private long[] since(long version, String condition) {
        long[] ids = ask(
                () -> ProfileSet.ids(connection, "SELECT id FROM profile WHERE version > ? AND " + condition, version));
        Arrays.sort(ids);
        return ids;
    }

    @Override
    public ProfileColumns columns(long[] people, Instant now) {
        return ask(() -> new SqliteProfileColumns(connection, new ProfileSet(people), computed(now)));
    }

    private ComputedTraits computed(Instant now) throws SQLException {
        if (!now.equals(computedAt)) {
            computed = new ComputedTraits(connection, calculator, now);
            computedAt = now;
        }
        return computed;
    }

    @Override
    public Optional<SegmentStore.Evaluated> evaluated(String segment) {
        String sql = "SELECT definition, evaluated_version, evaluated_at FROM segment WHERE name = ?";
        return ask(() -> Sql.first(
                connection,
                row -> new SegmentStore.Evaluated(row.getLong(1), row.getLong(2), Instant.ofEpochMilli(row.getLong(3))),
                sql,
                segment));
    }

    @Override
    public long[] members(String segment, long after, long last) {
        return ask(() -> ProfileSet.ids(
                connection, MEMBERS + "profile_id > ? AND profile_id <= ? ORDER BY profile_id", segment, after, last));
    }

    @Override
    public long[] membersAmong(String segment, long[] profiles) {
        ProfileSet set = new ProfileSet(profiles);
        String sql = MEMBERS + set.condition("profile_id") + " ORDER BY profile_id";
        return ask(() -> Arrays.stream(ProfileSet.ids(connection, sql, set.after(segment)))
                .filter(id -> set.row(id) >= 0)
                .toArray());
    }

    @Override
    public List<Member> membership(String segment, long after, int limit) {
        return listed(
                "left IS NULL AND m.profile_id > ? ORDER BY m.profile_id LIMIT ?", "entered", segment, after, limit);
    }

    @Override
    public List<Member> left(String segment, Instant since) {
        return listed("left >= ? ORDER BY m.profile_id", "left", segment, since.toEpochMilli());
    }

    private List<Member> listed(String condition, String time, Object... parameters) {
        String sql = "SELECT m.profile_id, m." + time
                + " FROM membership m WHERE m.segment_id = (SELECT id FROM segment WHERE name = ?) AND m." + condition;
        return ask(() -> Sql.list(
                connection, row -> new Member(row.getLong(1), Instant.ofEpochMilli(row.getLong(2))), sql, parameters));
    }

    @Override
    public List<Instant> entered(String segment, long[] profiles) {
        ProfileSet set = new ProfileSet(profiles);
        Instant[] entered = new Instant[profiles.length];
        String sql =
                "SELECT profile_id, entered FROM membership WHERE segment_id = (SELECT id FROM segment WHERE name = ?)"
                        + " AND left IS NULL AND " + set.condition("profile_id");
        return ask(() -> {
            Sql.each(
                    connection,
                    member -> {
                        int row = set.row(member.getLong(1));
                        if (row >= 0) {
                            entered[row] = Instant.ofEpochMilli(member.getLong(2));
                        }
                    },
                    sql,
                    set.after(segment));
            return Arrays.asList(entered);
        });
    }

    @Override
    public void enter(String segment, long[] profiles, Instant at) {
        if (profiles.length == 0) {
            return;
        }
        ask(() -> {
            long id = number(segment);
            ManyRows rows = new ManyRows(
                    connection,
                    "INSERT OR REPLACE INTO membership (segment_id, profile_id, entered) VALUES ",
                    "(?, ?, ?)",
                    3);
            for (long profile : profiles) {
                rows.add(id, profile, at.toEpochMilli());
            }
            rows.flush();
            SegmentMembersTable.forget(connection, id);
            return null;
        });
    }

    @Override
    public Optional<BitSet> keptMembers(String segment) {
        return ask(() -> SegmentMembersTable.kept(connection, segment));
    }

    @Override
    public BitSet listedMembers(String segment) {
        return ask(() -> SegmentMembersTable.listed(connection, segment));
    }

    @Override
    public void keepMembers(String segment, BitSet members) {
        ask(() -> {
            SegmentMembersTable.keep(connection, number(segment), members);
            return null;
        });
    }

    private long number(String segment) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO segment (name, definition, evaluated_version, evaluated_at) VALUES (?, 0, 0, 0)"
                        + " ON CONFLICT (name) DO NOTHING",
                segment);
        return Sql.number(connection, "SELECT id FROM segment WHERE name = ?", segment);
    }

    @Override
    public void leave(String segment, long[] profiles, Instant at) {
        if (profiles.length == 0) {
            return;
        }
        ask(() -> {
            long id = number(segment);
            String sql = "UPDATE membership SET left = ? WHERE profile_id = ? AND segment_id = ?";
            try (Batch batch = new Batch(connection, sql)) {
                for (long profile : profiles) {
                    batch.add(at.toEpochMilli(), profile, id);
                }
                batch.flush();
            }
            SegmentMembersTable.forget(connection, id);
            return null;
        });
    }

    @Override
    public void evaluated(String segment, SegmentStore.Evaluated evaluation) {
        ask(() -> {
            Sql.update(
                    connection,
                    "INSERT INTO segment (name, definition, evaluated_version, evaluated_at) VALUES (?, ?, ?, ?)"
                            + " ON CONFLICT (name) DO UPDATE SET definition = excluded.definition,"
                            + " evaluated_version = excluded.evaluated_version, evaluated_at = excluded.evaluated_at",
                    segment,
                    evaluation.definition(),
                    evaluation.version(),
                    evaluation.at().toEpochMilli());
            return null;
        });
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.answer();
        } catch (SQLException e) {
            throw StoreException.of("look into segments", e);
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        T answer() throws SQLException;
    }
}
