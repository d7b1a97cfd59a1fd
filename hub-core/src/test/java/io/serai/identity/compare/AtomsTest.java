package io.serai.identity.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtomsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GIVEN_NAME | Robert | Bob | formal name",
                "GIVEN_NAME | Jean-Pierre | Jean | first word, word, first letter, first four letters, formal name, sound",
                "GIVEN_NAME | Philippe | Filip | formal name, sound",
                "FAMILY_NAME | Smith | Smyth | first letter, sound",
                "FAMILY_NAME | García Márquez | Marquez | word, last word, sound",
                "FAMILY_NAME | van der Berg | Berg | word, last word, sound",
                "FULL_NAME | Ann Zebrowski | Zebrowski Ann | word, sound, formal name, two words, two sounds",
                "BIRTH_DATE | 1956-04-09 | 1956-09-04 | year, day and month in any order",
                "BIRTH_DATE | 1956-04-09 | 1958-04-09 | month and day",
                "BIRTH_DATE | 1956-04-09 | 1956-04-30 | year, year and month",
                "BIRTH_DATE | 1956-04-09 | 1956 | year",
                "EMAIL | a.nn+x@gmail.com | ann@gmail.com | mailbox",
                "EMAIL | ann.smith7@gmail.com | ann.smith@aol.com | letters before the at sign",
                "EMAIL | ann.smith@gmail.com | ann.smith@aol.com | before the at sign, letters before the at sign",
                "EMAIL | ann@acme.example | bob@acme.example | private domain",
                "PHONE | +44 7700 900123 | 07700 900123 | whole, last six digits, first six of the last nine digits",
                "PHONE | 0113 496 0001 | 0114 296 0001 | last six digits",
                "STREET | 12 High St | High Street 12b | first word, word, sound of the first word",
                "STREET | 12 High St | Flat 3, 12 High Street | number and first word, number, first word, word, sound of the first word",
                "POSTCODE | SW1A 2AA | SW1A 9ZX | district, region, first three",
                "POSTCODE | 90210 | 90299 | district, region, first three",
                "CITY | St Albans | Saint Albans | whole, first four letters, word",
                "TEXT | civil engineer | engineer | word, sound",
                "EXACT | 123456 | 123457 | first half",
                "EXACT | 123456 | 923456 | second half",
                "NUMBER | 100 | 101 | order of magnitude",
                "GEO | 52.5200,13.4100 | 52.5204,13.4104 | within about a kilometre, within about ten kilometres"
            })
    void what_two_values_share(Kind kind, String left, String right, String shared) {
        Set<String> names = new TreeSet<>();
        for (String name : shared.split(", ")) {
            names.add(name);
        }
        assertThat(shared(Comparison.of(kind), left, right)).isEqualTo(names);
    }

    private static Set<String> shared(Comparison comparison, String left, String right) {
        Set<String> one = atoms(comparison, left);
        one.retainAll(atoms(comparison, right));
        Set<String> names = new TreeSet<>();
        one.forEach(atom -> names.add(atom.substring(0, atom.indexOf('/'))));
        return names;
    }

    private static Set<String> atoms(Comparison comparison, String text) {
        Set<String> atoms = new HashSet<>();
        comparison.atoms(
                comparison.parse(text),
                (atom, hash) -> atoms.add(comparison.atomNames().get(atom) + '/' + hash));
        return atoms;
    }
}
