package io.serai.demo.population;

import java.util.List;

/** Words made of a start, a middle and an end; every number is a word of its own until all are used, then starts are doubled. */
record Syllables(List<String> starts, List<String> middles, List<String> ends) {

    String word(int number) {
        int all = starts.size() * middles.size() * ends.size();
        long place = Dice.mixed(number % all + 31L) >>> 1;
        // A fixed stride that shares no factor with the number of words visits each once.
        int index = (int) ((number % all * 7_919L + 17) % all);
        String start = starts.get(index % starts.size());
        int rest = index / starts.size();
        String word = start + middles.get(rest % middles.size()) + ends.get(rest / middles.size() % ends.size());
        return number < all
                ? word
                : starts.get((int) ((place + number / all) % starts.size())) + word.toLowerCase(java.util.Locale.ROOT);
    }
}
