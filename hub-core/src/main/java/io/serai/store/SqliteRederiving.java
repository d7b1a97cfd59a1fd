package io.serai.store;

import io.serai.profile.MergeGuard;
import io.serai.profile.Progress;
import io.serai.profile.Rederived;

/** Makes what is derived what today's configuration says: records, who is who, survivors, computed traits, households. */
public final class SqliteRederiving {

    private final SqliteDatabase database;
    private final SqliteIngest ingest;
    private final SqliteTraitRefresh traits;
    private final SqliteHouseholds households;

    public SqliteRederiving(
            SqliteDatabase database, SqliteIngest ingest, SqliteTraitRefresh traits, SqliteHouseholds households) {
        this.database = database;
        this.ingest = ingest;
        this.traits = traits;
        this.households = households;
    }

    /** Whether something was derived by another configuration than today's. */
    public boolean isDue() {
        return database.read(connection -> ingest.isDue(connection) || traits.isRedefined(connection));
    }

    /**
     * Derives again what another configuration derived, and only that, in one transaction or that of the caller.
     *
     * @param guard may stop it
     * @throws io.serai.profile.CollapseException when too many profiles would become others'; nothing is kept then
     */
    public Rederived ifChanged(MergeGuard guard, Progress progress) {
        return database.writeMuch(connection -> {
            ChangedPeople changed = new ChangedPeople();
            Rederived rederived =
                    ingest.again(connection).noting(changed, progress).ifChanged(guard);
            households.refreshIfRulesChanged();
            traits.refreshIfRedefined(connection, changed);
            return new Rederived(rederived.records(), changed.count(), rederived.merged(), rederived.split());
        });
    }
}
