package io.serai.demo.population;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where people live and how addresses and phone numbers look there. */
final class Country {

    private static final double CITY_SKEW = 8;

    private record City(String name, String area) {

        static City parsed(String text) {
            return new City(text.substring(0, text.indexOf('/')), text.substring(text.indexOf('/') + 1));
        }
    }

    private final String code;
    private final List<String> names;
    private final List<City> cities;
    private final Syllables towns;
    private final String postcode;
    private final List<String> streets;
    private final List<String> starts;
    private final List<String> types;
    private final String address;
    private final String flat;
    private final Map<String, String> shorter;
    private final String abroad;
    private final String trunk;
    private final List<String> mobile;
    private final List<String> landline;
    private final List<String> peoples;
    private final int[] shares;

    Country(String code, Lexicon lexicon) {
        this.code = code;
        this.names = lexicon.spaced("names");
        this.cities = lexicon.spaced("cities").stream().map(City::parsed).toList();
        this.starts = lexicon.spaced("starts");
        this.towns = new Syllables(starts, lexicon.spaced("middles"), lexicon.spaced("town-ends"));
        this.postcode = lexicon.text("postcode");
        this.streets = lexicon.spaced("streets");
        this.types = lexicon.spaced("types");
        this.address = lexicon.text("address");
        this.flat = lexicon.text("flat");
        this.shorter = lexicon.pairs("short");
        List<String> dial = lexicon.words("dial");
        this.abroad = dial.get(0);
        this.trunk = dial.get(1).equals("-") ? "" : dial.get(1);
        this.mobile = List.of(dial.get(2).split("\\|"));
        this.landline = List.of(dial.get(3).split("\\|"));
        Map<String, String> others = lexicon.pairs("peoples");
        this.peoples = List.copyOf(others.keySet());
        this.shares = others.values().stream().mapToInt(Integer::parseInt).toArray();
    }

    String code() {
        return code;
    }

    /** The country's own word for itself and others' words for it; the first is the code. */
    List<String> names() {
        return names;
    }

    /** Whose names somebody who lives here bears: mostly the country's own. */
    String culture(Dice dice) {
        int point = dice.below(100);
        for (int i = 0; i < shares.length; i++) {
            point -= shares[i];
            if (point < 0) {
                return peoples.get(i);
            }
        }
        return code.toLowerCase(Locale.ROOT);
    }

    Address home(boolean inFlat, Dice dice) {
        City city = cities.get(dice.rank(cities.size(), CITY_SKEW));
        boolean town = dice.chance(0.35);
        String street = dice.chance(0.6) ? streets.get(dice.rank(streets.size(), 6)) : dice.pick(starts) + rest(dice);
        return new Address(
                1 + dice.rank(240, 40),
                inFlat ? dice.between(1, 40) : 0,
                street,
                dice.pick(types),
                town ? towns.word(dice.rank(2_000, 30)) : city.name(),
                filled(postcode, dice).replace("@", city.area()));
    }

    private String rest(Dice dice) {
        String word = towns.word(dice.below(500));
        return word.substring(word.length() / 2);
    }

    /** The line with street and number, in full or shortened. */
    String line(Address home, boolean shortened) {
        String line = address.replace("%n", String.valueOf(home.number()))
                .replace("%s", home.street())
                .replace("%t", home.type());
        line = home.flat() == 0 ? line : flat.replace("%a", line).replace("%f", String.valueOf(home.flat()));
        if (shortened) {
            for (Map.Entry<String, String> pair : shorter.entrySet()) {
                line = line.replace(pair.getKey(), pair.getValue());
            }
        }
        return line;
    }

    /** The national number, without the digit that calls inside the country begin with. */
    String phone(boolean mobile, Dice dice) {
        return filled(dice.pick(mobile ? this.mobile : landline), dice);
    }

    /** A national number as one of several people would write it. */
    String written(String national, int way) {
        int third = national.length() - 6;
        String spaced = national.substring(0, third) + " " + national.substring(third, third + 3) + " "
                + national.substring(third + 3);
        return switch (way % 6) {
            case 0 -> "+" + abroad + national;
            case 1 -> "+" + abroad + " " + spaced;
            case 2 -> trunk + spaced;
            case 3 -> "00" + abroad + national;
            case 4 -> trunk + spaced.replace(' ', '-');
            default -> trunk + national;
        };
    }

    private static String filled(String pattern, Dice dice) {
        StringBuilder text = new StringBuilder();
        for (char sign : pattern.toCharArray()) {
            text.append(
                    switch (sign) {
                        case '#' -> (char) ('0' + dice.below(10));
                        case 'N' -> (char) ('2' + dice.below(8));
                        case 'L' -> "ABDEFGHJLNPQRSTUWXYZ".charAt(dice.below(20));
                        default -> sign;
                    });
        }
        return text.toString();
    }
}
