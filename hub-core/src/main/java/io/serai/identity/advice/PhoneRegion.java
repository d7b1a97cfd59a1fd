package io.serai.identity.advice;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Finds the country whose people write their numbers so. Keeps a small sample of numbers, in memory only. */
final class PhoneRegion {

    private static final int SAMPLE = 200;
    private static final double ENOUGH = 0.5;
    private static final double NEARLY = 0.9;

    private final List<String> national = new ArrayList<>();
    private final List<String> international = new ArrayList<>();

    void add(String number) {
        List<String> sample = number.startsWith("+") || number.startsWith("00") ? international : national;
        if (sample.size() < SAMPLE) {
            sample.add(number);
        }
    }

    /**
     * The hub's own country where nearly all numbers without a prefix have a length that is possible there: some countries' plans
     * take almost anything. Else the country for which most of them are right; of equals, that of most numbers with a prefix.
     */
    Optional<String> likeliest(Optional<String> home) {
        PhoneNumberUtil library = PhoneNumberUtil.getInstance();
        if (national.isEmpty()) {
            return Optional.empty();
        }
        if (home.isPresent()
                && count(number -> library.isPossibleNumber(number, home.get())) >= national.size() * NEARLY) {
            return home;
        }
        List<String> abroad =
                international.stream().map(number -> home(library, number)).toList();
        return new TreeSet<>(library.getSupportedRegions())
                .stream()
                        .max(Comparator.<String>comparingLong(region -> right(library, region))
                                .thenComparingLong(region ->
                                        abroad.stream().filter(region::equals).count())
                                .thenComparingInt(region -> isMain(library, region) ? 1 : 0))
                        .filter(best -> right(library, best) >= national.size() * ENOUGH);
    }

    private long count(Predicate<String> condition) {
        return national.stream().filter(condition).count();
    }

    private long right(PhoneNumberUtil library, String region) {
        return count(number -> isRight(library, number, region));
    }

    private static boolean isRight(PhoneNumberUtil library, String number, String region) {
        try {
            return library.isValidNumberForRegion(library.parse(number, region), region);
        } catch (NumberParseException e) {
            return false;
        }
    }

    private static String home(PhoneNumberUtil library, String number) {
        try {
            String plus = number.startsWith("00") ? "+" + number.substring(2) : number;
            return String.valueOf(library.getRegionCodeForNumber(library.parse(plus, null)));
        } catch (NumberParseException e) {
            return "";
        }
    }

    private static boolean isMain(PhoneNumberUtil library, String region) {
        return region.equals(library.getRegionCodeForCountryCode(library.getCountryCodeForRegion(region)));
    }
}
