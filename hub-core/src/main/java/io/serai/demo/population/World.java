package io.serai.demo.population;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The countries that the retailer sells to and the cultures of the people who live there. */
final class World {

    private static final List<String> HOME = List.of("gb", "de", "us", "fr", "es", "it", "nl", "pl");
    private static final int[] SHARES = {30, 18, 14, 12, 8, 8, 5, 5};

    private final List<Country> countries = new ArrayList<>();
    private final Map<String, Culture> cultures = new LinkedHashMap<>();

    World() {
        for (String code : HOME) {
            Lexicon lexicon = Lexicon.of(code);
            countries.add(new Country(code.toUpperCase(java.util.Locale.ROOT), lexicon));
            cultures.put(code, new Culture(code, lexicon));
        }
        for (String code : List.of("tr", "ar", "in", "ru")) {
            cultures.put(code, new Culture(code, Lexicon.of(code)));
        }
    }

    Country country(Dice dice) {
        return countries.get(dice.weighed(SHARES));
    }

    Culture culture(Country country, Dice dice) {
        return cultures.get(country.culture(dice));
    }
}
