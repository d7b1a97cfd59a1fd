package io.serai.identity.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads names: without titles, ranks and suffixes, particles joined to the word that they stand before. */
final class NameReader {

    private static final Set<String> PARTICLES = words("""
            van von vom der den de del dela della di da dal dos das do du des la le les lo el al ad as ar bin ibn ben bint bat abu
            abd abdul umm mac mc o ter ten te zu zur zum af av saint st ste san santa fitz ap d l op het t""");
    private static final Set<String> LINKS = words("y e i and und et of the");
    /** Of names in front; alone they name nobody. */
    private static final Set<String> TITLES = words("""
            mr mrs ms miss mx dr prof professor sir lady lord rev reverend herr frau dhr mevr mevrouw mme mlle monsieur madame sr sra
            srta senor senora dona sig signor signora dipl hon capt captain col colonel maj sgt lt shri smt doctor dra drs""");
    /** Of names in front; alone they may be names. */
    private static final Set<String> PERHAPS_TITLES =
            words("dame fr pani ing mag kum hajji haji sheikh admiral major general count");

    private static final Set<String> SUFFIXES = words("""
            jr junior ii iii iv esq esquire phd md mba bsc msc obe mbe cbe dds jun sen snr jnr filho neto ret baronet bt kcb gcb kbe""");
    /** What the first, second and so on of may be. */
    private static final Set<String> RANKS =
            words("baron baronet earl duke viscount marquess marquis lord count bt bart");

    private static final int MOST_WORDS = 16;
    /** A name with more words before its comma is not turned. */
    private static final int TURNED = 3;

    private NameReader() {}

    private static Set<String> words(String words) {
        return Set.of(words.split("\\s+"));
    }

    /** A name that may be of several words. */
    static Name read(String raw) {
        String folded = Junk.words(raw);
        if (folded == null || Junk.isName(folded)) {
            return null;
        }
        if (folded.indexOf(' ') < 0) {
            return TITLES.contains(folded) || folded.equals("baronet") ? null : new Name(folded);
        }
        List<String> words = bare(folded.split(" "));
        return words.isEmpty() ? null : joined(words);
    }

    /** "Dyk, Ann van" is read as "Ann van Dyk". */
    static Name full(String raw) {
        int comma = raw == null ? -1 : raw.indexOf(',');
        return read(comma > 0 && isTurned(raw, comma) ? raw.substring(comma + 1) + ' ' + raw.substring(0, comma) : raw);
    }

    private static boolean isTurned(String raw, int comma) {
        String[] behind = Latin.words(raw.substring(comma + 1)).split(" ");
        return raw.indexOf(',', comma + 1) < 0
                && Latin.words(raw.substring(0, comma)).split(" ").length <= TURNED
                && !SUFFIXES.contains(behind[0])
                && !RANKS.contains(behind[0])
                && !isOrdinal(behind[0]);
    }

    private static boolean isOrdinal(String word) {
        int end = word.length() - 2;
        return end > 0
                && word.charAt(0) <= '9'
                && (word.endsWith("st") || word.endsWith("nd") || word.endsWith("rd") || word.endsWith("th"));
    }

    /** Without titles at the beginning, suffixes at the end and ranks; empty when it names nobody. */
    private static List<String> bare(String... words) {
        List<String> bare = new ArrayList<>(words.length);
        boolean ranked = false;
        for (int i = 0; i < words.length && i < MOST_WORDS; i++) {
            String word = words[i];
            boolean last = i == words.length - 1;
            boolean title = bare.isEmpty() && (TITLES.contains(word) || !last && PERHAPS_TITLES.contains(word));
            boolean rank = ranked && RANKS.contains(word);
            ranked = isOrdinal(word);
            if (!title && !rank && !ranked) {
                bare.add(word);
            }
        }
        while (bare.size() > 1 && SUFFIXES.contains(bare.get(bare.size() - 1))) {
            bare.remove(bare.size() - 1);
        }
        if (bare.size() == 1 && bare.get(0).equals("baronet")) {
            bare.clear();
        }
        return bare;
    }

    private static Name joined(List<String> words) {
        List<String> joined = new ArrayList<>(words.size());
        List<String> cores = new ArrayList<>(words.size());
        StringBuilder particles = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean last = i == words.size() - 1;
            if (!last && i > 0 && LINKS.contains(word)) {
                continue;
            }
            particles.append(word);
            if (last || !PARTICLES.contains(word)) {
                joined.add(particles.toString());
                cores.add(word);
                particles.setLength(0);
            }
        }
        String said = String.join(" ", joined);
        if (joined.size() == 1 && joined.equals(cores)) {
            return new Name(said);
        }
        Words all = Words.of(said);
        return new Name(said, all, joined.equals(cores) ? all : Words.of(String.join(" ", cores)));
    }
}
