package io.serai.profile;

import io.serai.identity.compare.Comparison;
import io.serai.identity.compare.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who of the people at an address live together: those who bear one surname (the same, or a part of a double one) or share a
 * phone number or an e-mail address, and whoever is so linked to one of them. An address with more people than a family has is
 * an institution or an office; there everybody is a household of one. A pure function of the people at the address: no order,
 * no history.
 */
public final class Households {

    /** The most people at one address who can be households; above, everybody is alone. */
    public static final int MOST = 30;

    /** A phone number or an e-mail address of more people than this at one address is that of an office or a house. */
    private static final int MOST_WITH_ONE_CONTACT = 10;

    /** Changes whenever the same people would be other households. */
    public static final int VERSION = 1;

    /** The trait that names a person's household: {@code H12}. */
    public static final String ID = "household_id";

    /** The trait that says how many people live in a person's household, the person included. */
    public static final String SIZE = "household_size";

    private static final Comparison FAMILY_NAMES = Comparison.of(Kind.FAMILY_NAME);
    private static final Set<String> ONE_NAME = Set.of("same", "part of");

    private Households() {}

    /** Whether a trait is one of those that households give. */
    public static boolean isTrait(String name) {
        return name.equals(ID) || name.equals(SIZE);
    }

    /** How a household's id is written. */
    public static String text(long household) {
        return "H" + household;
    }

    /**
     * The households of some people, those of other addresses included in no order.
     *
     * @param people each once
     * @return each person in one household; households by their lowest profile, their people by number
     */
    public static List<List<Long>> of(List<Resident> people) {
        Map<String, List<Resident>> addresses = people.stream()
                .sorted(Comparator.comparingLong(Resident::profile))
                .collect(Collectors.groupingBy(Resident::address));
        List<List<Long>> households = new ArrayList<>();
        addresses.values().forEach(residents -> households.addAll(atOne(residents)));
        households.sort(Comparator.comparing(household -> household.get(0)));
        return households;
    }

    private static List<List<Long>> atOne(List<Resident> residents) {
        if (residents.size() > MOST) {
            return residents.stream()
                    .map(resident -> List.of(resident.profile()))
                    .toList();
        }
        List<Set<String>> contacts = telling(residents);
        int[] first = new int[residents.size()];
        for (int right = 0; right < first.length; right++) {
            first[right] = right;
            for (int left = 0; left < right; left++) {
                if (first[left] != first[right]
                        && (areOfOneName(residents.get(left), residents.get(right))
                                || !Collections.disjoint(contacts.get(left), contacts.get(right)))) {
                    join(first, first[left], first[right], right);
                }
            }
        }
        Map<Integer, List<Long>> households = new TreeMap<>();
        for (int i = 0; i < first.length; i++) {
            households
                    .computeIfAbsent(first[i], any -> new ArrayList<>())
                    .add(residents.get(i).profile());
        }
        return List.copyOf(households.values());
    }

    private static void join(int[] first, int left, int right, int last) {
        for (int i = 0; i <= last; i++) {
            if (first[i] == Math.max(left, right)) {
                first[i] = Math.min(left, right);
            }
        }
    }

    private static boolean areOfOneName(Resident left, Resident right) {
        return left.familyName() != null
                && right.familyName() != null
                && ONE_NAME.contains(FAMILY_NAMES.levelName(FAMILY_NAMES.level(left.familyName(), right.familyName())));
    }

    private static List<Set<String>> telling(List<Resident> residents) {
        if (residents.size() <= MOST_WITH_ONE_CONTACT) {
            return residents.stream().map(Resident::contacts).toList();
        }
        Map<String, Long> bearers = residents.stream()
                .flatMap(resident -> resident.contacts().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return residents.stream()
                .map(resident -> resident.contacts().stream()
                        .filter(contact -> bearers.get(contact) <= MOST_WITH_ONE_CONTACT)
                        .collect(Collectors.toSet()))
                .toList();
    }
}
