package io.serai.identity.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.identity.compare.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Families of which nothing but given names tells the members apart: shops and mailing lists know no birth dates. */
class FamilyTest {

    private static final List<Field> FIELDS = List.of(
            new Field("first_name", Kind.GIVEN_NAME),
            new Field("last_name", Kind.FAMILY_NAME),
            new Field("street", Kind.STREET),
            new Field("city", Kind.CITY),
            new Field("phone", Kind.PHONE));

    @Test
    void a_family_on_one_address_and_phone_stays_several_people() {
        Rows families = Rows.of(7, 500, 4);
        Sample sample = new Sample(FIELDS);
        for (int i = 0; i < families.rows.size(); i++) {
            List<String> said = new ArrayList<>(families.rows.get(i));
            said.remove(2);
            said.add("020" + (7_000_001 + families.people.get(i) / 4 * 7_919));
            sample.add(said);
        }
        Model model = Model.fit(sample, new FitSettings(2));
        assertThat(model.knowsHouseholds()).isTrue();
        int[] found = new Matcher(model, sample, 2).match(0).people();
        int merged = 0;
        int wrong = 0;
        int missed = 0;
        for (int left = 0; left < found.length; left++) {
            for (int right = left + 1; right < found.length; right++) {
                boolean one = families.people.get(left).equals(families.people.get(right));
                boolean said = found[left] == found[right];
                merged += said ? 1 : 0;
                wrong += said && !one ? 1 : 0;
                missed += one && !said ? 1 : 0;
            }
        }
        assertThat(wrong).as("wrong among %d", merged).isLessThan(merged / 10);
        assertThat(missed).as("missed beside %d", merged).isLessThan(merged / 10);
    }
}
