package io.serai.store;

import io.serai.identity.IdentityRules;
import io.serai.identity.Likeness;
import io.serai.identity.Matching;
import io.serai.identity.match.Model;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The models of matching that were fitted, and the one that is active: kept in memory from its first use on. Without one that
 * fits today's rules it is the built-in model.
 */
final class ModelTable {

    private final IdentityRules rules;
    private Model model;
    private long row = -1;
    private Likeness likeness;

    ModelTable(IdentityRules rules) {
        this.rules = rules;
    }

    /** What today's rules and the active model say is alike; null when nothing is matched. */
    synchronized Likeness likeness(Connection connection) throws SQLException {
        if (rules.matching().isEmpty()) {
            return null;
        }
        long active = Sql.number(connection, "SELECT coalesce((SELECT version FROM match_model WHERE active = 1), 0)");
        if (model == null || active != row) {
            row = active;
            use(read(connection, active)
                    .orElseGet(() -> Model.standard(rules.matching().get().fields())));
        }
        return likeness;
    }

    /** The active model; null when nothing is matched. */
    synchronized Model model(Connection connection) throws SQLException {
        return likeness(connection) == null ? null : model;
    }

    /** The version of the active model; 0 when nothing is matched. */
    synchronized long version(Connection connection) throws SQLException {
        return likeness(connection) == null ? 0 : model.version();
    }

    /** Makes a model the active one; nothing is matched by it yet. */
    synchronized void activate(Connection connection, Model fitted, long now, long records) throws SQLException {
        Sql.update(connection, "UPDATE match_model SET active = 0 WHERE active = 1");
        Sql.update(
                connection,
                "INSERT OR REPLACE INTO match_model (version, fitted, records, active, body) VALUES (?, ?, ?, 1, ?)",
                fitted.version(),
                now,
                records,
                bytes(fitted));
        row = fitted.version();
        use(fitted);
    }

    private void use(Model used) {
        Matching matching = rules.matching().orElseThrow();
        model = used;
        likeness = Likeness.of(used, matching);
    }

    private Optional<Model> read(Connection connection, long version) throws SQLException {
        Optional<byte[]> body = Sql.first(
                connection, found -> found.getBytes(1), "SELECT body FROM match_model WHERE version = ?", version);
        if (body.isEmpty()) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body.get()))) {
            Model read = Model.read(in);
            return Optional.of(read).filter(fitted -> fitted.fields()
                    .equals(rules.matching().orElseThrow().fields()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(Model model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            model.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a model to memory", e);
        }
        return bytes.toByteArray();
    }
}
