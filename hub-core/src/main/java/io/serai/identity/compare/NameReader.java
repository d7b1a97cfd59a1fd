package io.serai.identity.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads names: without titles and suffixes, particles joined to the word that they stand before. */
final class NameReader {

    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "vom", "der", "den", "de", "del", "dela", "della", "di", "da", "dal", "dos", "das", "do",
            "du", "des", "la", "le", "les", "lo", "el", "al", "ad", "as", "ar", "bin", "ibn", "ben", "bint", "bat",
            "abu", "abd", "abdul", "umm", "mac", "mc", "o", "ter", "ten", "te", "zu", "zur", "zum", "af", "av", "saint",
            "st", "ste", "san", "santa", "fitz", "ap", "d", "l", "op", "het", "t");
    private static final Set<String> LINKS = Set.of("y", "e", "i", "and", "und", "et");
    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "prof",
            "professor",
            "sir",
            "dame",
            "lady",
            "lord",
            "rev",
            "reverend",
            "fr",
            "herr",
            "frau",
            "dhr",
            "mevr",
            "mevrouw",
            "m",
            "mme",
            "mlle",
            "monsieur",
            "madame",
            "sr",
            "sra",
            "srta",
            "senor",
            "senora",
            "don",
            "dona",
            "sig",
            "signor",
            "signora",
            "pan",
            "pani",
            "ing",
            "dipl",
            "mag",
            "hon",
            "capt",
            "col",
            "maj",
            "sgt",
            "lt",
            "shri",
            "smt",
            "kum",
            "hajji",
            "haji",
            "sheikh",
            "doctor",
            "dra",
            "drs");
    private static final Set<String> SUFFIXES = Set.of(
            "jr", "junior", "ii", "iii", "iv", "esq", "phd", "md", "mba", "bsc", "msc", "ba", "ma", "obe", "mbe", "cbe",
            "dds", "jun", "sen", "snr", "jnr", "filho", "neto", "ret");
    private static final int MOST_WORDS = 12;

    private NameReader() {}

    static Name given(String raw) {
        return read(raw);
    }

    static Name family(String raw) {
        return read(raw);
    }

    /** "Dyk, Ann van" is read as "Ann van Dyk". */
    static Name full(String raw) {
        if (raw == null) {
            return null;
        }
        int comma = raw.indexOf(',');
        boolean turned = comma > 0
                && raw.indexOf(',', comma + 1) < 0
                && !SUFFIXES.contains(Latin.words(raw.substring(comma + 1)));
        return read(turned ? raw.substring(comma + 1) + ' ' + raw.substring(0, comma) : raw);
    }

    private static Name read(String raw) {
        String folded = raw == null ? "" : Latin.words(raw);
        if (folded.isEmpty() || Junk.isWord(folded) || Junk.isWord(Blank.strip(raw)) || Junk.isName(folded)) {
            return null;
        }
        return folded.indexOf(' ') < 0 ? new Name(folded) : joined(bare(folded.split(" ")));
    }

    /** Without titles at the beginning and suffixes at the end, as long as something is left. */
    private static String[] bare(String[] words) {
        int from = 0;
        int to = Math.min(words.length, MOST_WORDS);
        while (from < to - 1 && TITLES.contains(words[from])) {
            from++;
        }
        while (to - 1 > from && SUFFIXES.contains(words[to - 1])) {
            to--;
        }
        return Arrays.copyOfRange(words, from, to);
    }

    private static Name joined(String... words) {
        List<String> joined = new ArrayList<>(words.length);
        List<String> cores = new ArrayList<>(words.length);
        StringBuilder particles = new StringBuilder();
        for (int i = 0; i < words.length; i++) {
            boolean last = i == words.length - 1;
            if (!last && i > 0 && LINKS.contains(words[i])) {
                continue;
            }
            particles.append(words[i]);
            if (last || !PARTICLES.contains(words[i])) {
                joined.add(particles.toString());
                cores.add(words[i]);
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
