package io.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.TestHome;
import java.nio.file.Path;

/** A shop and a CRM that know some of the same people, by names and addresses more than by identifiers. */
final class PeopleHome {

    private static final String HEADER = "id,email,given,family,born,street,postcode,town,phone,news\n";

    private PeopleHome() {}

    static TestHome lay(Path folder) {
        TestHome home = new TestHome(folder).config("identity.yaml", """
                        identifiers:
                          - { name: shop_id, per_profile: 3 }
                          - { name: crm_id, per_profile: 1 }
                          - { name: email, per_profile: 5, normalise: email, shared: true }
                          - { name: phone, per_profile: 5, normalise: phone, region: GB, shared: true }
                        """);
        for (String source : new String[] {"shop", "crm"}) {
            home.config(
                            "connections/" + source + ".yaml",
                            "connector: files\nsettings: { uri: \"file:data/" + source
                                    + "\", streams: { people: { pattern: \"*.csv\", key: id } } }\n")
                    .config("mappings/" + source + "-people.yaml", """
                            from: SOURCE/people
                            to: profile
                            fields:
                              SOURCE_id: id
                              email: email
                              phone: phone
                              first_name: given
                              last_name: family
                              birth_date: born
                              street: street
                              postcode: postcode
                              city: town
                              consent.email: { from: news, map: { yes: granted, no: denied, "*": unknown } }
                            """.replace("SOURCE", source))
                    .pull(source + "-people", source + "/people");
        }
        home.file("data/shop/people.csv", HEADER + """
                S1,ann@mail.example,Ann,Zebrowski,1980-02-17,12 Mill Lane,LS1 4AB,Leeds,0113 496 0001,yes
                S2,ben@mail.example,Ben,Okonkwo,1971-11-05,3 Hill Road,YO1 7HH,York,01904 96 0002,no
                S3,ida@mail.example,Ida,Fairweather,1990-06-30,8 Quay Street,HU1 2BX,Hull,01482 96 0003,yes
                """);
        home.file("data/crm/people.csv", HEADER + """
                1,,Ann,Zebrowski,1980-02-17,12 Mill Lane,LS1 4AB,Leeds,,
                2,,Cleo,Marchbanks,1965-01-09,40 Castle Row,DH1 3RH,Durham,,yes
                3,,Cleo,Marchbanks,1965-01-09,40 Castle Row,DH1 3RH,Durham,,no
                4,,Ivo,Fairweather,1992-03-14,8 Quay Street,HU1 2BX,Hull,,yes
                """);
        assertThat(home.errors()).isEmpty();
        assertThat(home.sync("shop-people").counts().stored()).isEqualTo(3);
        assertThat(home.sync("crm-people").counts().stored()).isEqualTo(4);
        return home;
    }
}
