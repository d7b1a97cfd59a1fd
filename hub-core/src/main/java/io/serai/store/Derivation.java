package io.serai.store;

import io.serai.identity.IdentityRules;
import io.serai.profile.FactReader;
import io.serai.profile.Facts;
import io.serai.profile.Survivors;
import io.serai.profile.TraitCalculator;
import io.serai.record.Mapper;
import io.serai.record.Mapping;
import io.serai.record.MappingException;
import io.serai.record.Payload;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The meaning of records under today's configuration: everything that profiles are derived with. */
public final class Derivation {

    private final FactReader reader;
    private final IdentityRules identity;
    private final Survivors survivors;
    private final TraitCalculator traits;
    private final Map<String, Mapping> mappings = new ConcurrentHashMap<>();
    private final Map<String, Mapper> mappers = new ConcurrentHashMap<>();

    /**
     * @param mappings all inbound mappings
     * @param zone the hub's timezone
     */
    public Derivation(
            Collection<Mapping> mappings,
            ZoneId zone,
            FactReader reader,
            IdentityRules identity,
            Survivors survivors,
            TraitCalculator traits) {
        this.reader = reader;
        this.identity = identity;
        this.survivors = survivors;
        this.traits = traits;
        for (Mapping mapping : mappings) {
            this.mappings.put(mapping.name(), mapping);
            mappers.put(mapping.name(), new Mapper(mapping, zone));
        }
    }

    /** The mapping of that name, if there (still) is one. */
    Optional<Mapping> mapping(String name) {
        return Optional.ofNullable(mappings.get(name));
    }

    /**
     * What a record says.
     *
     * @throws MappingException when the mapping refuses it
     */
    Facts read(Mapping mapping, Map<String, Object> fields) throws MappingException {
        Mapper mapper = mappers.get(mapping.name());
        if (mapper == null) {
            throw new IllegalArgumentException("The mapping \"" + mapping.name() + "\" is not one of this hub's");
        }
        return reader.read(mapping, mapper.map(fields));
    }

    /** What a kept record of that mapping says today; null when the mapping is gone or refuses it now. */
    Facts readKept(String mapping, String payload) {
        Mapping known = mappings.get(mapping);
        try {
            return known == null ? null : read(known, Payload.fields(payload));
        } catch (MappingException refused) {
            return null;
        }
    }

    /**
     * Values of identifiers that a record has and that count for nothing: junk, or to be ignored; by identifier.
     *
     * @throws MappingException when the mapping refuses it
     */
    Map<String, String> ignored(Mapping mapping, Map<String, Object> fields) throws MappingException {
        return reader.ignored(mapping, mappers.get(mapping.name()).map(fields));
    }

    IdentityRules identity() {
        return identity;
    }

    Survivors survivors() {
        return survivors;
    }

    TraitCalculator traits() {
        return traits;
    }
}
