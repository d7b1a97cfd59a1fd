package io.serai.identity.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Reads street addresses of several countries: "Flat 2, 12a High St.", "Hauptstr. 5", "12 bis, av. Foch", "C/ Mayor 7, 3º B".
 *
 * @param number the house number with its letter; empty for none
 * @param words all others, a space between
 * @param names those of them that tell this street from others
 */
record StreetReader(String number, String words, String names) {

    /** What a kind of street is called, first in full. */
    private static final String KINDS = """
            street st str strt; road rd; avenue av ave aven avda avd avenida avenue; lane ln la; drive dr drv; court ct crt; place pl plc;
            square sq; crescent cres cr crs; close cl; terrace tce ter terr; boulevard bd blvd bvd boul; highway hwy; parade pde;
            circuit cct crct cir; circle circ; grove gr grv gve; gardens gdns gdn garden; parkway pkwy; way wy; alley aly; mews; row; rise; walk wlk; hill hl;
            strasse; weg; platz plz; gasse; allee; ring; damm; ufer; rue r; chemin ch chem; impasse imp; route rte; quai; cours crs;
            calle c cl; plaza pza plza; paseo pso po; carretera ctra; via; viale vle; piazza pzza p.za; corso cso; largo lgo; vicolo vco;
            rua; travessa tv trav; alameda al; straat; laan; plein; gracht; ulica ul; aleja; osiedle os; ulitsa; prospekt pr; gata gatan; vagen; vej; gade;
            utca u; ut; cadde cad caddesi; sokak sok sokagi; jalan jl; marg; nagar; chowk; lu""";

    private static final String UNITS =
            "apt apartment unit flat suite apartamento app appt appartement wohnung whg room rm floor fl"
                    + " etage piso puerta pta interno int lot shop villa no nr num numero number hausnummer bis house hse building bldg block";
    private static final Map<String, String> FULL = full();
    private static final Set<String> KIND = Set.copyOf(FULL.values());
    private static final Set<String> UNIT = Set.of(UNITS.split(" "));
    private static final Set<String> ARTICLES = Set.of(
            "the", "de", "del", "la", "le", "les", "du", "des", "der", "die", "das", "di", "da", "do", "dos", "of",
            "den", "van", "el", "l", "d");

    private static Map<String, String> full() {
        Map<String, String> full = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (String line : KINDS.split(";")) {
            String[] names = line.strip().split("\\s+");
            for (String name : names) {
                if (taken.add(name)) {
                    full.put(name, names[0]);
                }
            }
        }
        return Map.copyOf(full);
    }

    /** Null when the text says nothing. */
    static StreetReader read(String raw) {
        String folded = Junk.words(raw);
        if (folded == null || Junk.isNumber(folded) || NONE.contains(folded)) {
            return null;
        }
        String number = "";
        StringJoiner all = new StringJoiner(" ");
        StringJoiner names = new StringJoiner(" ");
        String[] words = folded.split(" ");
        boolean unit = false;
        for (int i = 0; i < words.length; i++) {
            String word = words[i];
            boolean digits = word.charAt(0) >= '0' && word.charAt(0) <= '9' && !isOrdinal(word);
            if (digits && number.isEmpty() && !unit) {
                number = stripped(word);
                unit = false;
            } else if (UNIT.contains(word)) {
                unit = !word.startsWith("n") && !word.startsWith("h");
            } else {
                String full = full(word, i, words.length);
                all.add(full);
                if (!digits && !unit && !KIND.contains(full) && !ARTICLES.contains(full) && full.length() > 1) {
                    names.add(full);
                }
                unit = false;
            }
        }
        return new StreetReader(number, all.toString(), names.toString());
    }

    private static final Set<String> NONE = Set.of(
            "unknown", "no fixed abode", "no address", "homeless", "general delivery", "not known", "test", "same");

    private static String full(String word, int at, int count) {
        if (word.equals("st") && at < count - 1 && at == 0) {
            return "saint";
        }
        if (word.length() > 5 && word.endsWith("str")) {
            return word + "asse";
        }
        return FULL.getOrDefault(word, word);
    }

    private static boolean isOrdinal(String word) {
        return word.endsWith("th") || word.endsWith("st") || word.endsWith("nd") || word.endsWith("rd");
    }

    private static String stripped(String number) {
        int zeros = 0;
        while (zeros < number.length() - 1 && number.charAt(zeros) == '0') {
            zeros++;
        }
        return number.substring(zeros);
    }
}
