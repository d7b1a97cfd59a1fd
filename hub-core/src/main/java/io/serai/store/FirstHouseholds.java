package io.serai.store;

import io.serai.identity.Identifier;
import io.serai.identity.IdentityRules;
import io.serai.profile.Households;
import io.serai.profile.Residence;
import io.serai.profile.Resident;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The households of everybody in a store that has none yet: addresses and contacts are told by 64-bit hashes. */
final class FirstHouseholds {

    /** People that are compared at a time. */
    private static final int PART = 5000;

    private static final String LAST = "households";

    private final Connection connection;
    private final Residents residents;
    private final long[] blocks;
    private final boolean[] housed;
    /** By person the lowest of the household. */
    private final int[] firstOf;

    private final int[] sizes;
    /** Hashes of e-mail addresses and phone numbers, person after person. */
    private long[] contacts = new long[1024];

    private final int[] contactsUntil;
    private int contactCount;
    /** Surnames as they were written. */
    private final KeptTexts familyNames;

    /** @param profiles numbered from 1 */
    FirstHouseholds(Connection connection, IdentityRules rules, int profiles) {
        this.connection = connection;
        residents = new Residents(connection, rules);
        blocks = new long[profiles + 1];
        housed = new boolean[profiles + 1];
        firstOf = new int[profiles + 1];
        sizes = new int[profiles + 1];
        contactsUntil = new int[profiles + 1];
        familyNames = new KeptTexts(profiles + 1);
    }

    /** Takes note of a person's surviving traits, and of all that the person is known by. People come in the order of their numbers. */
    void note(int profile, Map<String, Object> traits, Collection<Identifier> known) {
        Optional<String> home = residents.address(traits);
        familyNames.put(profile, home.isPresent() ? residents.writtenFamilyName(traits) : null);
        home.ifPresent(address -> {
            housed[profile] = true;
            blocks[profile] = Residence.block(address);
            firstOf[profile] = profile;
            sizes[profile] = 1;
            residents.contacts(traits, known).forEach(this::addContact);
        });
        contactsUntil[profile] = contactCount;
    }

    private void addContact(long contact) {
        if (contactCount == contacts.length) {
            contacts = Arrays.copyOf(contacts, contactCount * 2);
        }
        contacts[contactCount++] = contact;
    }

    /** Writes what {@link #compare} found. */
    void save() throws SQLException {
        IndexLast.after(connection, "household_block", this::write);
    }

    private void write() throws SQLException {
        long next = Sql.first(connection, row -> row.getLong(1), "SELECT value FROM meta WHERE key = ?", LAST)
                .orElse(0L);
        long[] numbers = new long[blocks.length];
        WideInsert rows = new WideInsert(connection, "household (profile_id, block, household_id, size)", 4);
        for (int profile = 1; profile < blocks.length; profile++) {
            if (housed[profile]) {
                if (firstOf[profile] == profile) {
                    numbers[profile] = ++next;
                }
                rows.add(profile, blocks[profile], numbers[firstOf[profile]], sizes[profile]);
            }
        }
        rows.flush();
        Sql.update(
                connection,
                "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
                LAST,
                next);
    }

    /** Finds out who lives together, when everybody has been noted; asks the store nothing. */
    void compare() {
        int bits = 64 - Long.numberOfLeadingZeros(blocks.length);
        long[] byBlock = byBlock(bits);
        List<Long> part = new ArrayList<>();
        for (int from = 0; from < byBlock.length; ) {
            int to = from + 1;
            while (to < byBlock.length && byBlock[to] >>> bits == byBlock[from] >>> bits) {
                to++;
            }
            if (to - from > 1) {
                addTogether(part, byBlock, from, to, bits);
            }
            if (part.size() >= PART) {
                compare(part);
                part.clear();
            }
            from = to;
        }
        compare(part);
    }

    /** People who have an address, those of one block side by side: the low bits of the block above the person's number. */
    private long[] byBlock(int bits) {
        long[] sorted = new long[blocks.length];
        int size = 0;
        for (int profile = 1; profile < blocks.length; profile++) {
            if (housed[profile]) {
                sorted[size++] = blocks[profile] << bits | profile;
            }
        }
        Arrays.sort(sorted, 0, size);
        return Arrays.copyOf(sorted, size);
    }

    /** Adds people of addresses where more than one lives, and not more than a family has. */
    private void addTogether(List<Long> part, long[] byBlock, int from, int to, int bits) {
        Map<Long, List<Long>> together = new TreeMap<>();
        for (int i = from; i < to; i++) {
            int profile = (int) (byBlock[i] & (1L << bits) - 1);
            together.computeIfAbsent(blocks[profile], block -> new ArrayList<>(4))
                    .add((long) profile);
        }
        for (List<Long> people : together.values()) {
            if (people.size() > 1 && people.size() <= Households.MOST) {
                part.addAll(people);
            }
        }
    }

    private void compare(List<Long> people) {
        List<Resident> known = new ArrayList<>(people.size());
        for (long person : people) {
            known.add(new Resident(
                    person,
                    Long.toHexString(blocks[(int) person]),
                    residents.familyName(familyNames.get((int) person)),
                    contacts((int) person)));
        }
        for (List<Long> household : Households.of(known)) {
            for (long person : household) {
                firstOf[(int) person] = household.get(0).intValue();
                sizes[(int) person] = household.size();
            }
        }
    }

    private Set<String> contacts(int person) {
        return Arrays.stream(contacts, contactsUntil[person - 1], contactsUntil[person])
                .mapToObj(Long::toHexString)
                .collect(Collectors.toSet());
    }
}
