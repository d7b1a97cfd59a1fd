package io.serai.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The notes that a store keeps of the configuration by which everything in it was derived, against today's. */
final class DerivedBy {

    private static final String RULES = "identity_rules";
    private static final String MODEL = "match_model";
    private static final String SURVIVORSHIP = "survivorship";

    private final Connection connection;
    private final Derivation derivation;
    private final ModelTable models;

    DerivedBy(Connection connection, Derivation derivation, ModelTable models) {
        this.connection = connection;
        this.derivation = derivation;
        this.models = models;
    }

    /** Whether nothing was derived yet. */
    boolean nothing() throws SQLException {
        return note(RULES).isEmpty();
    }

    /** Whether it was by other identity rules than today's. */
    boolean rulesChanged() throws SQLException {
        return !rules().equals(note(RULES).orElse(""));
    }

    /** Whether it was by another model of likeness than the one in use. */
    boolean modelChanged() throws SQLException {
        return !model().equals(note(MODEL).orElse("0"));
    }

    /** A store of before there was this note was derived by today's survivorship, as far as anybody knows. */
    boolean survivorshipChanged() throws SQLException {
        return note(SURVIVORSHIP).filter(known -> !known.equals(survivorship())).isPresent();
    }

    /** Notes what is not noted yet. */
    void beginNotes() throws SQLException {
        if (nothing()) {
            noteRules();
        }
        if (note(SURVIVORSHIP).isEmpty()) {
            noteSurvivorship();
        }
    }

    void noteRules() throws SQLException {
        note(RULES, rules());
        note(MODEL, model());
    }

    void noteSurvivorship() throws SQLException {
        note(SURVIVORSHIP, survivorship());
    }

    private String rules() {
        return String.valueOf(derivation.identity().version());
    }

    private String model() throws SQLException {
        return String.valueOf(models.version(connection));
    }

    private String survivorship() {
        return String.valueOf(derivation.survivors().version());
    }

    private Optional<String> note(String key) throws SQLException {
        return Meta.of(connection, key);
    }

    private void note(String key, String value) throws SQLException {
        Meta.set(connection, key, value);
    }
}
