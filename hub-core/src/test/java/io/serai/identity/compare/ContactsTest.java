package io.serai.identity.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactsTest {

    @ParameterizedTest
    @CsvSource({
        "Ann@X.org, mailto:ann@x.org, same",
        "Ann Smith <ann@x.org>, ann@x.org, same",
        "a.nn@gmail.com, ann@googlemail.com, same mailbox",
        "ann+shop@gmail.com, ann@gmail.com, same mailbox",
        "ann+shop@outlook.com, ann@outlook.com, same mailbox",
        "a.nnie@outlook.com, annie@outlook.com, few letters apart",
        "anniesmith+shopping@firm.org, anniesmith@firm.org, same private domain",
        "ann.smith@gmail.com, ann.smith@gmial.com, few letters apart",
        "ann.smith@gmail.com, ann.smiht@gmail.com, few letters apart",
        "john.baronet50@bt.com, john.baronet72@bt.com, same but for digits",
        "john.baronet50@bt.com, john.baronet@bt.com, same but for digits",
        "john.baronet50@bt.com, john.baronet72@aol.com, different",
        "roberta25@smith.net, robert255@smith.net, few letters apart",
        "evihd56@earris-bailey.net, evied56@harris-bailey.net, few letters apart",
        "k.t50eherand@z.ncom, k.t50@hernandez.com, nearly the same letters",
        "iprice@carr.com, iirpce@carr.cm, nearly the same letters",
        "ann.smith@gmail.com, ann.smith@yahoo.com, same before the at sign",
        "ann@gmail.com, ann@aol.de, different",
        "anne@gmail.com, anne@aol.de, same before the at sign",
        "ann.smith@gmail.com, ann.smiht@yahoo.com, alike before the at sign",
        "ann.smith@acme.example, bob.jones@acme.example, same private domain",
        "ann.smith@gmail.com, bob.jones@gmail.com, different",
        "ann.smith, ann.smith@gmail.com, same before the at sign",
        "ann.smith, bob.jones, different",
        "test@test.com, ann@x.org, nothing",
        "noemail@shop.org, ann@x.org, nothing",
        "n/a, ann@x.org, nothing",
        "a, ann@x.org, nothing"
    })
    void email_addresses(String left, String right, String level) {
        assertThat(Pair.of(Kind.EMAIL, left, right)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "+44 7700 900123, 07700 900123, same",
        "0044 7700 900123, (07700) 900-123, same",
        "07700 900123 ext. 5, 07700 900123, same",
        "07700 900123, 07700 900124, one digit wrong or two swapped",
        "07700 900123, 07700 900132, one digit wrong or two swapped",
        "020 7946 0001, 7946 0001, same",
        "0113 496 0001, 496 0001, same last six digits",
        "0113 496 0001, 0114 197 0001, different",
        "0113 496 0001, 0114 296 0001, same last six digits",
        "07700 900123, 07700 811123, different",
        "07700 900123, 0000000000, nothing",
        "07700 900123, 1234567, nothing",
        "07700 900123, 1234, nothing",
        "07700 900123, call me, nothing"
    })
    void phone_numbers(String left, String right, String level) {
        assertThat(Pair.of(Kind.PHONE, left, right)).isEqualTo(level);
    }

    @Test
    void a_region_tells_a_prefix_from_a_number() {
        Comparison spanish = Comparison.of(Kind.PHONE, Settings.USUAL.withRegion("ES"));
        assertThat(Pair.of(spanish, "+34 612 345 678", "612345678")).isEqualTo("same");
        assertThat(spanish.parse("612 34 56 78")).hasToString("612345678");
        assertThat(spanish.parse("12")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "SW1A 2AA, sw1a2aa, same",
        "12345-6789, 12345, same",
        "2119, 2191, one letter apart",
        "SW1A 2AA, SW1A 2AB, one letter apart",
        "SW1A 2AA, SW1A 9ZX, same district",
        "SW1A 2AA, SW1B 9ZX, same region",
        "M1 1AE, M60 9ZX, same region",
        "M1 1AE, ME6 9ZX, different",
        "90210, 90277, same district",
        "90210, 90977, same region",
        "90210, 91977, different",
        "K1A 0B1, K1A 9X9, same district",
        "1011 AB, 1019 XY, same district",
        "00000, 90210, nothing",
        "n/a, 90210, nothing",
        "12, 90210, nothing"
    })
    void postcodes(String left, String right, String level) {
        assertThat(Pair.of(Kind.POSTCODE, left, right)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "St. Albans, Saint Albans, same",
        "Mt Waverley, Mount Waverley, same",
        "MÜNCHEN, Muenchen, same",
        "London, Lunton, different",
        "London, Lodnon, one letter apart",
        "'Bristol, City of', Bristol, part of",
        "Frankfurt am Main, Frankfurt, part of",
        "Pootsmruth, Portsmouth, looks alike",
        "North Rocks, Nth Roks, one letter apart",
        "Beaconsfield Upper, Beaconfield Uper, looks alike",
        "London, Leeds, different",
        "New York, New Orleans, different",
        "unknown, Leeds, nothing"
    })
    void towns(String left, String right, String level) {
        assertThat(Pair.of(Kind.CITY, left, right)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "12a High St., 12A High Street, same",
        "Hauptstr. 5, Hauptstraße 5, same",
        "'C/ Mayor, 7', Calle Mayor 7, same",
        "12 bis av. Foch, 12 avenue Foch, same",
        "007 Wallaby Place, 7 wallaby pl, same",
        "177 pridhamstreet, 177 Pridham Street, 'same number, street written alike'",
        "'Flat 2, 10 Downing Street', 10 Downing St, 'same number, street written alike'",
        "6 Tullaroop Street, 6 Tularoop Street Willaroo, 'same number, street written alike'",
        "16 wilshiredstreet erinsavle, 16 Wilshire Street Erinvale, 'same number, street written alike'",
        "6 Tullaroop Street, Tullaroop Street, 'same street, a number missing or a digit apart'",
        "16 Tullaroop Street, 61 Tullaroop Street, 'same street, a number missing or a digit apart'",
        "6 Tullaroop Street, 7 Tullaroop Street, 'same street, another number'",
        "16 Tullaroop Street, 482 Tullaroop Street, 'same street, another number'",
        "6 Tullaroop Street Willaroo, 6 Milne Cove Willaroo, same number and a word in common",
        "6 Tullaroop Street Willaroo, 7 Milne Cove Willaroo, a word in common",
        "6 High Street, 6 Milne Street, different",
        "6 High Street, 9 Milne Cove, different",
        "n/a, 9 Milne Cove, nothing",
        "unknown, 9 Milne Cove, nothing"
    })
    void streets(String left, String right, String level) {
        assertThat(Pair.of(Kind.STREET, left, right)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "12th Avenue 5, 5 12th avenue",
        "5 12th Ave, 5 12th avenue",
        "ul. Długa 3/5, 3 ulica dluga 5",
        "St Mary's Road 4, 4 saint marys road",
        "Kirchweg 3 Whg. 12, 3 kirchweg 12",
        "PO Box 12, 12 paseo box"
    })
    void a_street_has_one_way_of_writing(String written, String canonical) {
        assertThat(Pair.canonical(Kind.STREET, written)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0000", "-", "Unknown"})
    void what_people_write_for_want_of_a_street_says_nothing(String written) {
        assertThat(Pair.canonical(Kind.STREET, written)).isNull();
    }
}
