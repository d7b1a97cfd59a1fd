package io.serai.identity.match;

import io.serai.identity.compare.Comparison;
import io.serai.identity.compare.Kind;
import io.serai.identity.compare.Settings;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A field that is compared.
 *
 * @param name for people and files
 * @param kind how its values are compared
 * @param settings how its values are written
 */
public record Field(String name, Kind kind, Settings settings) {

    /** A field written in the usual way. */
    public Field(String name, Kind kind) {
        this(name, kind, Settings.USUAL);
    }

    Comparison comparison() {
        return Comparison.of(kind, settings);
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(name);
        out.writeUTF(kind.name());
        out.writeUTF(settings.region());
        out.writeBoolean(settings.dayFirst());
    }

    static Field read(DataInput in) throws IOException {
        return new Field(in.readUTF(), Kind.valueOf(in.readUTF()), new Settings(in.readUTF(), in.readBoolean()));
    }
}
