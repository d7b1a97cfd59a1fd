package io.serai.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Gives households their numbers. A number stays with most of the people who had it: a household that somebody joins or leaves
 * keeps it, and so does one that moves together. A number once given is never given to others.
 */
public final class HouseholdNumbers {

    private HouseholdNumbers() {}

    private record Claim(int household, long number, int people, long firstPerson) {}

    /**
     * The number of each household.
     *
     * @param households people, none in two; all people who had one of the numbers before and are in any household now are here
     * @param before the number that a person had; absent for none
     * @param next gives a number that nobody ever had
     */
    public static long[] give(List<List<Long>> households, Map<Long, Long> before, LongSupplier next) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < households.size(); i++) {
            List<Long> people = households.get(i);
            Map<Long, Integer> counts = new HashMap<>();
            for (long person : people) {
                Long number = before.get(person);
                if (number != null && number > 0) {
                    counts.merge(number, 1, Integer::sum);
                }
            }
            int household = i;
            counts.forEach((number, count) -> claims.add(new Claim(household, number, count, people.get(0))));
        }
        claims.sort(Comparator.comparingInt(Claim::people)
                .reversed()
                .thenComparingLong(Claim::firstPerson)
                .thenComparingLong(Claim::number));
        long[] numbers = new long[households.size()];
        Set<Long> taken = new HashSet<>();
        for (Claim claim : claims) {
            if (numbers[claim.household()] == 0 && taken.add(claim.number())) {
                numbers[claim.household()] = claim.number();
            }
        }
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = numbers[i] == 0 ? next.getAsLong() : numbers[i];
        }
        return numbers;
    }
}
