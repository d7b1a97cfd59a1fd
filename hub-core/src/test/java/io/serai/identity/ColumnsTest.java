package io.serai.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.identity.compare.Kind;
import io.serai.identity.match.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables as they come out of many systems and countries; after each header stands what its values look like. */
class ColumnsTest {

    private static final IdentityRules NO_RULES = new IdentityRules(List.of(), 1);

    private static final String[] GIVEN =
            "Anna Peter Maria John Lucas Emma Robert Julia Thomas Laura Michael Sarah".split(" ");
    private static final String[] FAMILY =
            "Smith Weber Garcia Silva Kowalski Rossi Dubois Jansen Novak Murphy Zebrowski Okafor Lindqvist Haddad"
                    .split(" ");
    private static final String[] CITY =
            "Leeds,Berlin,Madrid,São Paulo,Kraków,Lyon,New York,Mumbai,Utrecht,Cork".split(",");
    private static final String[] STREET =
            "High Street,Hauptstr.,Calle Mayor,Rua Augusta,Main Rd,Via Roma,Rue de Lyon".split(",");

    /** One value of a made-up person. */
    private static String value(String look, int row, Random random) {
        return switch (look) {
            case "given" -> GIVEN[random.nextInt(GIVEN.length)];
            case "family" ->
                FAMILY[random.nextInt(FAMILY.length)]
                        + (random.nextInt(3) == 0 ? "-" + FAMILY[random.nextInt(14)] : "");
            case "family?" -> random.nextInt(3) == 0 ? FAMILY[random.nextInt(14)] : "";
            case "full" -> GIVEN[random.nextInt(12)] + " " + FAMILY[random.nextInt(14)];
            case "letter" -> random.nextBoolean() ? "" : String.valueOf((char) ('A' + random.nextInt(26)));
            case "particle" -> random.nextInt(4) == 0 ? "van der" : "";
            case "iso" ->
                String.format(
                        "%d-%02d-%02d", 1930 + random.nextInt(75), 1 + random.nextInt(12), 1 + random.nextInt(28));
            case "stamp" -> String.format("2024-%02d-%02dT10:00:00Z", 1 + random.nextInt(12), 1 + random.nextInt(28));
            case "dmy" ->
                String.format(
                        "%02d.%02d.%d", 1 + random.nextInt(28), 1 + random.nextInt(12), 1930 + random.nextInt(75));
            case "mdy" ->
                String.format("%d/%d/%d", 1 + random.nextInt(12), 1 + random.nextInt(28), 1930 + random.nextInt(75));
            case "year" -> String.valueOf(1930 + random.nextInt(75));
            case "month" -> String.valueOf(1 + random.nextInt(12));
            case "day" -> String.valueOf(1 + random.nextInt(28));
            case "email" -> GIVEN[random.nextInt(12)].toLowerCase(Locale.ROOT) + random.nextInt(999) + "@mail.example";
            case "phone" -> "+44 7700 9" + (10_000 + random.nextInt(90_000));
            case "house" -> String.valueOf(1 + random.nextInt(90));
            case "street" -> STREET[random.nextInt(STREET.length)];
            case "address" ->
                (1 + random.nextInt(90)) + " " + STREET[random.nextInt(STREET.length)] + " "
                        + FAMILY[random.nextInt(14)];
            case "unit" -> random.nextInt(3) == 0 ? "Apt " + random.nextInt(50) : "";
            case "city" -> CITY[random.nextInt(CITY.length)];
            case "postcode" -> String.valueOf(10_000 + random.nextInt(3_000));
            case "british" ->
                "LS" + (1 + random.nextInt(20)) + " " + random.nextInt(9)
                        + List.of("AB", "QX", "ND").get(random.nextInt(3));
            case "state" -> List.of("NY", "CA", "TX").get(random.nextInt(3));
            case "sex" -> random.nextBoolean() ? "M" : "F";
            case "title" -> random.nextBoolean() ? "Mr" : "Ms";
            case "row" -> String.valueOf(1_000 + row);
            case "uuid" -> new java.util.UUID(random.nextLong(), random.nextLong()).toString();
            case "code" -> String.valueOf(100_000_000 + random.nextInt(90));
            case "amount" -> (random.nextInt(900) + ".50");
            case "lat" -> String.format(Locale.ROOT, "%.5f", 40 + random.nextDouble());
            case "words" ->
                List.of("teacher", "civil engineer", "nurse", "shop keeper").get(random.nextInt(4));
            case "one" -> "web";
            case "empty" -> "";
            default -> throw new IllegalArgumentException(look);
        };
    }

    private static Columns guess(String shape) {
        List<String> headers = new ArrayList<>();
        List<String> looks = new ArrayList<>();
        for (String column : shape.split(",")) {
            headers.add(column.substring(0, column.lastIndexOf(':')).strip());
            looks.add(column.substring(column.lastIndexOf(':') + 1).strip());
        }
        Random random = new Random(5);
        List<String[]> rows = new ArrayList<>();
        for (int row = 0; row < 300; row++) {
            String[] cells = new String[looks.size()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = value(looks.get(i), row, random);
            }
            rows.add(cells);
        }
        return Columns.guess(headers, rows, NO_RULES);
    }

    private static String summary(Columns columns) {
        return columns.fields().stream()
                .map(field -> field.name() + "=" + String.join("+", field.columns()))
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // voters of the United States
                "voter_reg_num:code, last_name:family, first_name:given, midl_name:letter, res_street_address:address, res_city_desc:city,"
                        + " zip_code:postcode, phone_num:phone, birth_year:year, gender_code:sex, party_cd:state"
                        + " | voter_reg_num=voter_reg_num; last_name=last_name; first_name=first_name; middle_name=midl_name;"
                        + " street=res_street_address; city=res_city_desc; postcode=zip_code; phone=phone_num; birth_date=birth_year;"
                        + " gender=gender_code",
                // a German CRM
                "Kundennr:row, Anrede:title, Vorname:given, Name:family, Straße:street, Hausnr.:house, PLZ:postcode, Ort:city,"
                        + " Geburtsdatum:dmy, E-Mail-Adresse:email, Telefon:phone, Mobilnummer:phone"
                        + " | title=Anrede; first_name=Vorname; last_name=Name; street=Hausnr.+Straße; postcode=PLZ; city=Ort;"
                        + " birth_date=Geburtsdatum; email=E-Mail-Adresse; phone=Telefon; phone_2=Mobilnummer",
                // a Spanish clinic
                "NHC:row, Nombre:given, Apellido1:family, Apellido2:family, Fecha de nacimiento:dmy, DNI:code, Teléfono:phone, Población:city,"
                        + " C.P.:postcode, Sexo:sex"
                        + " | first_name=Nombre; last_name=Apellido1+Apellido2; birth_date=Fecha de nacimiento; dni=DNI; phone=Teléfono;"
                        + " city=Población; postcode=C.P.; gender=Sexo",
                // orders of a shop
                "Order ID:row, Email:email, Created at:stamp, Total:amount, Billing First Name:given, Billing Last Name:family,"
                        + " Billing Address1:address, Billing City:city, Billing Zip:postcode, Billing Phone:phone"
                        + " | email=Email; first_name=Billing First Name; last_name=Billing Last Name; street=Billing Address1;"
                        + " city=Billing City; postcode=Billing Zip; phone=Billing Phone",
                // contacts of Salesforce
                "Id:uuid, Salutation:title, FirstName:given, LastName:family, Birthdate:iso, MailingStreet:address, MailingCity:city,"
                        + " MailingPostalCode:postcode, MobilePhone:phone, Email:email, LeadSource:state, SystemModstamp:stamp"
                        + " | title=Salutation; first_name=FirstName; last_name=LastName; birth_date=Birthdate; street=MailingStreet;"
                        + " city=MailingCity; postcode=MailingPostalCode; phone=MobilePhone; email=Email",
                // contacts of HubSpot
                "Record ID:row, First Name:given, Last Name:family, Email:email, Phone Number:phone, Contact owner:given, Lead Status:state,"
                        + " Create Date:stamp"
                        + " | first_name=First Name; last_name=Last Name; email=Email; phone=Phone Number",
                // people of Brazil
                "cpf:code, nome:full, data_nascimento:dmy, nome_mae:full, logradouro:street, numero:house, cep:postcode, municipio:city, uf:state"
                        + " | cpf=cpf; name=nome; birth_date=data_nascimento; street=numero+logradouro; postcode=cep;"
                        + " city=municipio; state=uf",
                // people of India
                "Aadhaar No:code, Full Name:full, DOB:dmy, Gender:sex, Mobile No:phone, Address:address, City/Town:city, Pincode:postcode, State:state"
                        + " | aadhaar_no=Aadhaar No; name=Full Name; birth_date=DOB; gender=Gender; phone=Mobile No; street=Address;"
                        + " city=City/Town; postcode=Pincode; state=State",
                // people of France
                "numero_dossier:row, nom:family, prenom:given, date_de_naissance:dmy, adresse:address, code_postal:postcode, ville:city, courriel:email"
                        + " | last_name=nom; first_name=prenom; birth_date=date_de_naissance; street=adresse; postcode=code_postal;"
                        + " city=ville; email=courriel",
                // people of Italy
                "codice_fiscale:code, cognome:family, nome:given, data_di_nascita:dmy, luogo_nascita:city, indirizzo:address, cap:postcode, comune:city"
                        + " | codice_fiscale=codice_fiscale; last_name=cognome; first_name=nome; birth_date=data_di_nascita;"
                        + " birth_place=luogo_nascita; street=indirizzo; postcode=cap; city=comune",
                // people of the Netherlands
                "lidnr:row, voornaam:given, tussenvoegsel:particle, achternaam:family, geboortedatum:dmy, straat:street, huisnummer:house,"
                        + " postcode:postcode, woonplaats:city, mobiel:phone"
                        + " | first_name=voornaam; last_name=tussenvoegsel+achternaam; birth_date=geboortedatum; street=huisnummer+straat;"
                        + " postcode=postcode; city=woonplaats; phone=mobiel",
                // people of Poland
                "PESEL:code, Imię:given, Nazwisko:family, Data urodzenia:iso, Ulica:address, Kod pocztowy:postcode, Miejscowość:city, Telefon:phone"
                        + " | pesel=PESEL; first_name=Imię; last_name=Nazwisko; birth_date=Data urodzenia; street=Ulica;"
                        + " postcode=Kod pocztowy; city=Miejscowość; phone=Telefon",
                // people of Russia
                "Фамилия:family, Имя:given, Отчество:given, Дата рождения:dmy, Телефон:phone, Город:city"
                        + " | last_name=Фамилия; first_name=Имя; middle_name=Отчество; birth_date=Дата рождения; phone=Телефон; city=Город",
                // people of China
                "姓名:full, 性别:sex, 出生日期:iso, 手机号:phone, 地址:address, 邮编:postcode"
                        + " | name=姓名; gender=性别; birth_date=出生日期; phone=手机号; street=地址; postcode=邮编",
                // the record linkage files of R and of Australia
                "fname_c1:given, fname_c2:family?, lname_c1:family, lname_c2:family?, by:year, bm:month, bd:day"
                        + " | first_name=fname_c1+fname_c2; last_name=lname_c1+lname_c2; birth_date=by+bm+bd",
                "rec_id:row, given_name:given, surname:family, street_number:house, address_1:street, address_2:unit, suburb:city,"
                        + " postcode:postcode, state:state, date_of_birth:iso, soc_sec_id:code"
                        + " | first_name=given_name; last_name=surname; street=street_number+address_1+address_2; city=suburb;"
                        + " postcode=postcode; state=state; birth_date=date_of_birth; soc_sec_id=soc_sec_id",
                // a customer in camel case, with a place
                "customerId:row, givenName:given, familyName:family, dobYear:year, dobMonth:month, dobDay:day, lat:lat, lng:lat, jobTitle:words"
                        + " | first_name=givenName; last_name=familyName; birth_date=dobYear+dobMonth+dobDay; location=lat+lng;"
                        + " job_title=jobTitle",
                // headers that say nothing
                "c1:row, c2:given, c3:family, c4:iso, c5:email, c6:phone, c7:address, c8:empty, c9:one"
                        + " | first_name=c2; last_name=c3; birth_date=c4; email=c5; phone=c6; street=c7",
                // parts of a birth date that say no more than year, month and day
                "lp:row, imie:given, nazwisko:family, rok:year, miesiac:month, dzien:day"
                        + " | first_name=imie; last_name=nazwisko; birth_date=rok+miesiac+dzien",
                "v1:day, v2:month, v3:year, v4:given, v5:postcode, v6:family"
                        + " | birth_date=v3+v2+v1; first_name=v4; postcode=v5; city=v6",
                // people of Portugal
                "Nº cliente:row, Primeiro nome:given, Apelido:family, Data de nascimento:dmy, Morada:street, Nº porta:house, Código postal:postcode,"
                        + " Localidade:city, Telemóvel:phone"
                        + " | first_name=Primeiro nome; last_name=Apelido; birth_date=Data de nascimento; street=Nº porta+Morada;"
                        + " postcode=Código postal; city=Localidade; phone=Telemóvel",
                // Dutch initials
                "Klantnummer:row, Voorletters:letter, Achternaam:family, Geb. datum:dmy, Plaats:city"
                        + " | first_name=Voorletters; last_name=Achternaam; birth_date=Geb. datum; city=Plaats",
                // Turkey
                "Adı:given, Soyadı:family, Doğum Tarihi:dmy, Adres:address, Posta Kodu:postcode, İlçe:city, Cep Telefonu:phone"
                        + " | first_name=Adı; last_name=Soyadı; birth_date=Doğum Tarihi; street=Adres; postcode=Posta Kodu; city=İlçe;"
                        + " phone=Cep Telefonu",
                // Japan and China in Latin letters
                "Sei:family, Mei:given, Seinengappi:iso, Yubin bango:postcode, Jusho:address, Denwa bango:phone"
                        + " | last_name=Sei; first_name=Mei; birth_date=Seinengappi; postcode=Yubin bango; street=Jusho; phone=Denwa bango",
                "bianhao:row, xingming:full, shengri:iso, shouji:phone, dizhi:address, youbian:postcode"
                        + " | name=xingming; birth_date=shengri; phone=shouji; street=dizhi; postcode=youbian",
                // an age, and keys of other tables
                "forename:given, surname:family, age:day, account_ref:code, storeKey:house, $:one"
                        + " | first_name=forename; last_name=surname; age=age",
                // no names of columns at all
                "column_1:row, column_2:given, column_3:family, column_4:iso, column_5:address, column_7:british, column_8:phone"
                        + " | first_name=column_2; last_name=column_3; birth_date=column_4; street=column_5; postcode=column_7;"
                        + " phone=column_8",
                // a table of guests
                "Guest Name:full, E-mail:email, Cell:phone, Street 1:address, Street 2:unit, Zip/Postal Code:postcode, Country:state"
                        + " | name=Guest Name; email=E-mail; phone=Cell; street=Street 1+Street 2; postcode=Zip/Postal Code; country=Country"
            })
    void tables_of_many_shapes_are_understood(String shape, String expected) {
        assertThat(summary(guess(shape))).isEqualTo(expected);
    }

    @Test
    void every_column_that_is_left_out_has_a_reason() {
        Columns columns = guess(
                "id:row, rec:uuid, cluster:house, first_name:given, last_name:family, token:uuid, gone:empty, channel:one,"
                        + " created_at:stamp, birth_month:month");
        assertThat(columns.ignored())
                .containsEntry("id", "unique on every row")
                .containsEntry("rec", "unique on every row")
                .containsEntry("cluster", "tells who is who, which is what is asked")
                .containsEntry("token", "unique on every row")
                .containsEntry("gone", "empty")
                .containsEntry("channel", "the same on every row")
                .containsEntry("created_at", "says nothing about who a person is")
                .containsEntry("birth_month", "a part of a birth date of which the rest is missing")
                .hasSize(8);
        assertThat(summary(columns)).isEqualTo("first_name=first_name; last_name=last_name");
    }

    @Test
    void a_whole_name_made_of_its_parts_is_no_evidence_of_its_own() {
        List<String[]> rows = new ArrayList<>();
        Random random = new Random(1);
        for (int row = 0; row < 50; row++) {
            String first = value("given", row, random);
            String last = value("family", row, random);
            rows.add(new String[] {first, last, last + ", " + first.toUpperCase(Locale.ROOT)});
        }
        Columns columns = Columns.guess(List.of("first_name", "last_name", "full_name"), rows, NO_RULES);
        assertThat(columns.ignored()).containsExactly(Map.entry("full_name", "made of first and last name"));
    }

    @Test
    void a_column_that_repeats_another_is_no_evidence_of_its_own() {
        List<String[]> rows = new ArrayList<>();
        Random random = new Random(1);
        for (int row = 0; row < 50; row++) {
            String city = value("city", row, random);
            rows.add(new String[] {value("given", row, random), city, row % 9 == 0 ? "Paris" : city});
        }
        Columns columns = Columns.guess(List.of("first_name", "Billing City", "Shipping City"), rows, NO_RULES);
        assertThat(columns.ignored())
                .containsExactly(Map.entry("Shipping City", "nearly always the same as \"Billing City\""));
    }

    @ParameterizedTest
    @CsvSource({"mdy, false", "dmy, true", "iso, true"})
    void whether_days_come_first_is_seen_in_the_values(String look, boolean dayFirst) {
        Columns columns = guess("name:full, born:" + look);
        assertThat(columns.fields().get(1).settings().dayFirst()).isEqualTo(dayFirst);
    }

    @Test
    void parts_make_one_value() {
        Columns columns = guess("by:year, bm:month, bd:day, no:house, street:street, lat:lat, lon:lat, name:full");
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("by", 1956);
        row.put("bm", "7.0");
        row.put("bd", "4");
        row.put("no", "12");
        row.put("street", " High Street ");
        row.put("lat", "52.5");
        assertThat(columns.fields())
                .extracting(field -> field.name() + "=" + field.value(row))
                .containsExactly("birth_date=1956-7-4", "street=12 High Street", "location=null", "name=null");
        row.put("bd", "");
        row.put("lon", "13.4");
        assertThat(columns.fields())
                .extracting(field -> field.value(row))
                .containsExactly("1956-7", "12 High Street", "52.5,13.4", null);
        row.put("by", null);
        assertThat(columns.fields().get(0).value(row)).isNull();
    }

    /** Each person twice, the second time misspelt now and then, beside columns of what they bought. */
    private static Columns guessBeside(int columns, BiFunction<Integer, Random, String> bought) {
        List<String> headers = new ArrayList<>(List.of("first_name", "last_name", "birth_date"));
        for (int i = 0; i < columns; i++) {
            headers.add("k" + (char) ('a' + i % 26) + (char) ('a' + i / 26));
        }
        Random random = new Random(9);
        List<String[]> rows = new ArrayList<>();
        for (int person = 0; person < 200; person++) {
            String[] said = {
                value("given", person, random), value("family", person, random), value("iso", person, random)
            };
            for (int row = 0; row < 2; row++) {
                String[] cells = Arrays.copyOf(said, headers.size());
                for (int i = 3; i < cells.length; i++) {
                    cells[i] = bought.apply(person, random);
                }
                rows.add(cells);
            }
        }
        return Columns.guess(headers, rows, NO_RULES);
    }

    @Test
    void what_likely_pairs_share_no_more_than_strangers_is_no_evidence() {
        Columns columns = guessBeside(30, (person, random) -> String.valueOf(random.nextInt(300)));
        assertThat(summary(columns)).isEqualTo("first_name=first_name; last_name=last_name; birth_date=birth_date");
        assertThat(columns.ignored().values())
                .hasSize(30)
                .containsOnly("agrees no more often between likely pairs than between any rows");
    }

    @Test
    void of_what_nobody_knows_and_likely_pairs_share_only_the_few_that_say_most_are_compared() {
        Columns columns = guessBeside(
                30, (person, random) -> random.nextInt(4) > 0 ? "size " + person % 25 : "size " + random.nextInt(25));
        assertThat(columns.fields()).hasSize(13);
        assertThat(columns.ignored().values()).hasSize(20).containsOnly("of no known meaning, and 10 others say more");
    }

    @Test
    void a_declared_kind_wins_over_the_header_and_a_declared_name_is_found_as_people_write_it() {
        Matching matching = new Matching(
                List.of(
                        new Field("city", Kind.EXACT),
                        new Field("shoe_size", Kind.NUMBER),
                        new Field("gone", Kind.TEXT)),
                .99,
                .8);
        IdentityRules rules = new IdentityRules(List.of(), Optional.of(matching), 1);
        List<String[]> rows = new ArrayList<>();
        Random random = new Random(1);
        for (int row = 0; row < 50; row++) {
            rows.add(new String[] {value("full", row, random), value("city", row, random), "4" + row % 5, ""});
        }
        Columns columns = Columns.guess(List.of("name", "City", "Shoe Size", "gone"), rows, rules);
        assertThat(columns.fields())
                .extracting(field -> field.name() + " " + field.kind() + " " + field.columns())
                .containsExactly("name FULL_NAME [name]", "city EXACT [City]", "shoe_size NUMBER [Shoe Size]");
        assertThat(columns.ignored()).containsExactly(Map.entry("gone", "empty"));
    }

    @Test
    void where_identifiers_alone_decide_every_other_column_has_the_reason() {
        Columns columns =
                guess("email:email, first_name:given, note:one, mail2:empty").identifiersAlone("because");
        assertThat(columns.identifiers()).containsOnlyKeys("email");
        assertThat(columns.ignored())
                .containsEntry("first_name", "because")
                .containsEntry("note", "says nothing about who a person is")
                .containsKey("mail2")
                .hasSize(3);
    }

    @Test
    void a_column_cannot_mean_two_things() {
        assertThatThrownBy(() -> told("first_name=fn", "last_name=fn"))
                .hasMessageContaining("\"fn\" is named twice, as \"first_name\" and as \"last_name\"");
    }

    private static Columns told(String... entries) {
        Map<String, String> told = new LinkedHashMap<>();
        for (String entry : entries) {
            told.put(entry.substring(0, entry.indexOf('=')), entry.substring(entry.indexOf('=') + 1));
        }
        List<String> headers = List.of("fn", "sn", "alias", "born", "nr", "road", "code", "mail");
        return Columns.of(told, headers, List.of(), NO_RULES);
    }

    @Test
    void a_person_says_what_columns_mean_by_any_usual_name() {
        Columns columns = told(
                "forename=fn",
                "Surname=sn",
                "nickname:text=alias",
                "dob=born",
                "house_number=nr",
                "street=road",
                "ssn=code");
        assertThat(columns.fields())
                .extracting(field -> field.name() + " " + field.kind() + " " + field.columns())
                .containsExactlyInAnyOrder(
                        "first_name GIVEN_NAME [fn]",
                        "last_name FAMILY_NAME [sn]",
                        "birth_date BIRTH_DATE [born]",
                        "street STREET [nr, road]",
                        "nickname TEXT [alias]",
                        "ssn EXACT [code]");
        assertThat(columns.ignored()).containsExactly(Map.entry("mail", "not in --map"));
    }

    @Test
    void a_person_may_say_it_the_other_way_round() {
        assertThat(told("fn=given_name", "mail=email").fields())
                .extracting(Meaning::name, Meaning::columns)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("first_name", List.of("fn")),
                        org.assertj.core.groups.Tuple.tuple("email", List.of("mail")));
    }

    @Test
    void several_columns_have_a_plus_between_them() {
        assertThat(summary(told("street=nr+road", "first_name=fn + alias")))
                .isEqualTo("street=nr+road; first_name=fn+alias");
    }

    @Test
    void a_kind_may_stand_before_the_column() {
        assertThat(told("pet=text:alias").fields()).singleElement().satisfies(field -> {
            assertThat(field.name()).isEqualTo("pet");
            assertThat(field.kind()).isEqualTo(Kind.TEXT);
        });
    }

    @Test
    void what_nobody_knows_is_refused_with_what_to_write() {
        assertThatThrownBy(() -> told("colour=alias"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"colour\"")
                .hasMessageContaining("first_name")
                .hasMessageContaining("colour:text=alias");
        assertThatThrownBy(() -> told("pet:animal=alias")).hasMessageContaining("\"animal\" is no kind");
        assertThatThrownBy(() -> told("first_name=gone"))
                .hasMessageContaining("no column \"gone\"")
                .hasMessageContaining("fn, sn");
    }
}
