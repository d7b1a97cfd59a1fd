package io.serai.store;

import io.serai.identity.Identifier;
import io.serai.identity.IdentityRules;
import io.serai.profile.Households;
import io.serai.profile.Residence;
import io.serai.profile.Resident;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The households of everybody in a store that has none yet: addresses and contacts are told by 64-bit hashes. What is noted of people
 * waits in files, and people of some addresses at a time are compared.
 */
final class FirstHouseholds implements AutoCloseable {

    /** People that are compared at a time. */
    private static final int PART = 5000;

    private static final String LAST = "households";

    private final Connection connection;
    private final Residents residents;
    private final ResidentNotes notes;
    /** Of everybody who has an address its hash, and where the note is. */
    private final SpilledPairs byAddress;
    /** By person the lowest of the household; 0 for who has no address. */
    private final int[] firstOf;

    /**
     * What of somebody's traits tells the household.
     *
     * @param block a hash of the address
     * @param contacts hashes of e-mail addresses and phone numbers
     * @param familyName as it was written; null when it is not known
     */
    record Home(long block, long[] contacts, String familyName) {}

    /** @param profiles numbered from 1 */
    FirstHouseholds(Connection connection, IdentityRules rules, int profiles) throws SQLException {
        this.connection = connection;
        residents = new Residents(connection, rules);
        Path store = SqliteDatabase.file(connection);
        notes = new ResidentNotes(store);
        byAddress = new SpilledPairs(store, "-addresses");
        firstOf = new int[profiles + 1];
    }

    /**
     * Where somebody lives, and by what people of one address know each other; null when that is not known. Many threads may ask at once.
     *
     * @param traits those that survive
     * @param known all that the person is known by
     */
    Home home(Map<String, Object> traits, Collection<Identifier> known) {
        String address = residents.address(traits).orElse(null);
        return address == null
                ? null
                : new Home(
                        Residence.block(address),
                        residents.contacts(traits, known).toArray(),
                        residents.writtenFamilyName(traits));
    }

    /** Takes note of somebody's home. People come in the order of their numbers. */
    void note(int profile, Home home) {
        byAddress.add(home.block(), notes.add(profile, home.block(), home.contacts(), home.familyName()));
        firstOf[profile] = profile;
    }

    /** Writes what {@link #compare} found. */
    void save() throws SQLException {
        IndexLast.after(connection, "household_block", this::write);
    }

    private void write() throws SQLException {
        long last = Meta.number(connection, LAST);
        // an address where more live than a family has is of people alone: no household is larger
        byte[] sizes = new byte[firstOf.length];
        for (int first : firstOf) {
            sizes[first]++;
        }
        WideInsert rows = new WideInsert(connection, "household (profile_id, block, household_id, size)", 4);
        int households = 0;
        long place = 0;
        for (int profile = 1; profile < firstOf.length; profile++) {
            if (firstOf[profile] > 0) {
                ResidentNotes.Note note = notes.at(place);
                place = note.end();
                // who is lower has its household's number already
                int first = firstOf[profile];
                int size = first == profile ? sizes[profile] : sizes[first];
                firstOf[profile] = first == profile ? ++households : firstOf[first];
                rows.add(profile, note.block(), last + firstOf[profile], size);
            }
        }
        rows.flush();
        Meta.set(connection, LAST, String.valueOf(last + households));
    }

    /** Finds out who lives together, when everybody has been noted; asks the store nothing. */
    void compare() {
        notes.complete();
        List<Long> together = new ArrayList<>();
        for (int part = 0; part < byAddress.parts(); part++) {
            Map<Long, List<Long>> notesOf = new TreeMap<>();
            long[] pairs = byAddress.part(part);
            for (int i = 0; i < pairs.length; i += 2) {
                notesOf.computeIfAbsent(pairs[i], block -> new ArrayList<>(2)).add(pairs[i + 1]);
            }
            for (List<Long> people : notesOf.values()) {
                if (people.size() > 1 && people.size() <= Households.MOST) {
                    together.addAll(people);
                }
                if (together.size() >= PART) {
                    compare(together);
                    together.clear();
                }
            }
        }
        compare(together);
    }

    private void compare(List<Long> places) {
        List<Resident> people = new ArrayList<>(places.size());
        for (long place : places) {
            ResidentNotes.Note note = notes.at(place);
            people.add(new Resident(
                    note.profile(),
                    Long.toHexString(note.block()),
                    residents.familyName(note.familyName()),
                    Arrays.stream(note.contacts()).mapToObj(Long::toHexString).collect(Collectors.toSet())));
        }
        for (List<Long> household : Households.of(people)) {
            for (long person : household) {
                firstOf[(int) person] = household.get(0).intValue();
            }
        }
    }

    @Override
    public void close() {
        notes.close();
        byAddress.close();
    }
}
