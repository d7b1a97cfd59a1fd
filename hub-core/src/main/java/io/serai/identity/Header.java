package io.serai.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The name of a column, read as people write them: "Billing First Name", "fname_c1", "dateOfBirth", "E-Mail-Adresse".
 *
 * @param sense what it says that the column holds; {@link Sense#UNKNOWN} for nothing known
 * @param number the number at its end; 0 for none
 * @param plain folded, letters and digits only
 * @param owner what it says whose it is ("billing", "shipping"); empty for nothing
 */
record Header(Sense sense, int number, String plain, String owner) {

    private static final Map<String, Sense> SENSES = senses();

    /** Words that say whose it is, or nothing. */
    private static final Set<String> OWNERS = Set.of("""
            billing bill shipping ship to invoice delivery customer cust client contact person patient member user voter mailing mail
            primary main default residence residential resident res legal current permanent applicant employee emp student donor
            subscriber guest kunde kunden kontakt cliente klient private privat home work other alt alternate secondary business
            buyer passenger paciente persona pessoa personne participant owner holder insured lead profile account acct""".split("\\s+"));

    private static final Set<String> NOISE = Set.of("""
            c col column field value txt attr property raw orig original clean cleaned std x my your record db src fake cd desc text
            lbl the a b l r left right in no nr num number full personal known code line s""".split("\\s+"));

    /** Last words of what points at a record, here or elsewhere. */
    private static final Set<String> KEYS = Set.of("id", "ids", "ref", "reference", "key", "fk", "pk", "uuid", "guid");

    private static Map<String, Sense> senses() {
        Map<String, Sense> senses = new HashMap<>();
        for (Sense sense : Sense.values()) {
            for (String name : sense.names()) {
                senses.putIfAbsent(String.join("", words(name)), sense);
            }
        }
        return Map.copyOf(senses);
    }

    static Header of(String header) {
        List<String> words = words(header);
        String plain = String.join("", words);
        Sense whole = SENSES.get(plain);
        int number = 0;
        if (whole == null && words.size() > 1 && isNumber(words.get(words.size() - 1))) {
            number = Integer.parseInt(words.remove(words.size() - 1));
            whole = SENSES.get(String.join("", words));
        }
        String owner = "";
        if (whole == null) {
            List<String> left = new ArrayList<>(words);
            owner = dropped(left, OWNERS);
            whole = SENSES.get(String.join("", left));
            if (whole == null) {
                List<String> rest = new ArrayList<>(left);
                dropped(rest, NOISE);
                whole = SENSES.get(String.join("", rest));
            }
            if (whole == null) {
                whole = within(String.join("", left));
            }
            if (whole == null && !words.isEmpty() && KEYS.contains(words.get(words.size() - 1))) {
                whole = Sense.ROW;
            }
        }
        return new Header(whole == null ? Sense.UNKNOWN : whole, number, plain, owner);
    }

    /** The sense of a meaning that a person wrote; unknown for none. */
    static Sense meaning(String name) {
        Sense sense = SENSES.get(String.join("", words(name)));
        return sense == null ? of(name).sense() : sense;
    }

    private static String dropped(List<String> words, Set<String> these) {
        StringBuilder dropped = new StringBuilder();
        for (int i = 0; i < words.size() && words.size() > 1; ) {
            if (these.contains(words.get(i))) {
                dropped.append(words.remove(i));
            } else {
                i++;
            }
        }
        return dropped.toString();
    }

    /** What a name that is none of the usual contains. */
    private static Sense within(String plain) {
        for (Map.Entry<String, Sense> entry : PARTS) {
            if (plain.contains(entry.getKey())) {
                return entry.getValue();
            }
        }
        return null;
    }

    private static final List<Map.Entry<String, Sense>> PARTS = parts("""
            emailopt META; emailstatus META; emaildate META; email EMAIL; firstname GIVEN; givenname GIVEN; forename GIVEN; vorname GIVEN; prenom GIVEN;
            middlename MIDDLE; maiden MAIDEN; lastname FAMILY; surname FAMILY; familyname FAMILY; nachname FAMILY;
            apellido FAMILY; birthyear BIRTH_YEAR; yearofbirth BIRTH_YEAR; birthmonth BIRTH_MONTH; birthplace BIRTH_PLACE;
            placeofbirth BIRTH_PLACE; dateofbirth BIRTH; birthdate BIRTH; geburtsdatum BIRTH; naissance BIRTH; nacimiento BIRTH; nascimento BIRTH;
            fullname FULL; phone PHONE; mobile PHONE; telefon PHONE; handy PHONE; postcode POSTCODE; postalcode POSTCODE; zipcode POSTCODE;
            streetnumber HOUSE_NUMBER; housenumber HOUSE_NUMBER; hausnummer HOUSE_NUMBER; streetaddress STREET; strasse STREET; addressline STREET;
            socialsec NATIONAL; socsec NATIONAL; passport NATIONAL; gender GENDER; latitude LATITUDE; longitude LONGITUDE""");

    private static List<Map.Entry<String, Sense>> parts(String table) {
        return Arrays.stream(table.split(";"))
                .map(entry -> entry.strip().split(" "))
                .map(pair -> Map.entry(pair[0], Sense.valueOf(pair[1])))
                .toList();
    }

    /** Folded words: parted where the header changes from small to capital letters or to digits, and at what is neither. */
    static List<String> words(String header) {
        String folded = Normalizer.normalize(header, Normalizer.Form.NFKD)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("ı", "i")
                .replace("Ø", "O");
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char before = ' ';
        for (int i = 0; i < folded.length(); i++) {
            char letter = folded.charAt(i);
            if (Character.getType(letter) == Character.NON_SPACING_MARK || letter == '\'' || letter == '’') {
                continue;
            }
            boolean fits = Character.isLetterOrDigit(letter);
            boolean parts = !fits
                    || Character.isUpperCase(letter) && Character.isLowerCase(before)
                    || Character.isDigit(letter) != Character.isDigit(before) && before != ' ';
            if (parts && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (fits) {
                word.append(letter);
            }
            before = fits ? letter : ' ';
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        words.replaceAll(each -> Normalizer.normalize(each, Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
        return words;
    }

    private static boolean isNumber(String word) {
        return word.length() < 4 && word.chars().allMatch(Character::isDigit);
    }
}
