package io.serai.store;

import io.serai.identity.Identifier;
import io.serai.identity.Likeness;
import io.serai.identity.Merge;
import io.serai.identity.Resolution;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Writes what a resolution came to: whose profile each signature has, what became of profiles, and what was found out. */
final class ResolutionWriter {

    private final Connection connection;
    private final Names names;
    private final Likeness likeness;
    private final long now;

    /** @param likeness null when nothing is matched */
    ResolutionWriter(Connection connection, Names names, Likeness likeness, long now) {
        this.connection = connection;
        this.names = names;
        this.likeness = likeness;
        this.now = now;
    }

    /**
     * Writes it all.
     *
     * @param untold gets why profiles became others', for whoever tells of it later; null to tell of it now
     * @return the profiles whose make-up changed, those that became nobody's or aliases included
     */
    Set<Long> write(Resolution resolution, Map<Long, String> untold) throws SQLException {
        FindingsWriter findings = new FindingsWriter(connection, now);
        if (untold == null) {
            findings.events(resolution);
        } else {
            untold.putAll(resolution.findings().causes());
        }
        saveProfiles(resolution);
        saveOverloaded(resolution);
        Set<Long> touched = new HashSet<>(resolution.touched());
        touched.addAll(resolution.emptied());
        resolution.merges().forEach(merge -> touched.add(merge.profile()));
        touched.addAll(findings.certainty(resolution.findings().certainty()));
        if (likeness != null) {
            findings.reviews(resolution.findings(), likeness::probability);
        }
        return touched;
    }

    private void saveOverloaded(Resolution resolution) throws SQLException {
        try (Batch put =
                        new Batch(connection, "INSERT OR IGNORE INTO overloaded_value (name_id, value) VALUES (?, ?)");
                Batch drop = new Batch(connection, "DELETE FROM overloaded_value WHERE name_id = ? AND value = ?")) {
            for (Identifier value : resolution.overloaded()) {
                put.add(names.id(value.name()), value.value());
            }
            put.flush();
            for (Identifier value : resolution.released()) {
                drop.add(names.id(value.name()), value.value());
            }
            drop.flush();
        }
    }

    private void saveProfiles(Resolution resolution) throws SQLException {
        try (Batch open =
                        new Batch(connection, "INSERT INTO profile (id, created, version, live) VALUES (?, ?, 0, 1)");
                Batch restore = new Batch(connection, "UPDATE profile SET merged_into = NULL, live = 1 WHERE id = ?");
                Batch merge = new Batch(connection, "UPDATE profile SET merged_into = ?, live = 0 WHERE id = ?");
                Batch give = new Batch(connection, "UPDATE signature SET profile_id = ? WHERE id = ?");
                Batch first = new Batch(connection, "UPDATE signature SET first_profile_id = ? WHERE id = ?")) {
            for (long profile : resolution.opened()) {
                open.add(profile, now);
            }
            open.flush();
            for (long profile : resolution.restored()) {
                restore.add(profile);
            }
            restore.flush();
            for (Merge one : resolution.merges()) {
                merge.add(one.survivor(), one.profile());
            }
            for (Merge one : resolution.redirects()) {
                merge.add(one.survivor(), one.profile());
            }
            merge.flush();
            for (var entry : resolution.profiles().entrySet()) {
                give.add(entry.getValue(), entry.getKey());
            }
            give.flush();
            for (var entry : resolution.firstProfiles().entrySet()) {
                first.add(entry.getValue(), entry.getKey());
            }
            first.flush();
        }
    }
}
