package io.serai.identity;

import io.serai.identity.compare.Kind;

/** What a column of a table of people may hold, and what people call such columns: folded, without separators. */
enum Sense {
    GIVEN("first_name", Kind.GIVEN_NAME, """
            firstname first given givenname givennames forename forenames fname firstnm fnam christianname namefirst firstnames
            vorname vornamen rufname prenom prenoms nombres primernombre nombrepila nombredepila primeironome voornaam voornamen
            roepnaam fornamn tilltalsnamn fornavn etunimi etunimet imie imiona krestnijmeno meno keresztnev utonev prenume ime adi
            имя imya ονομα onoma 名 名字 givenname1 firstn legalfirstname preferredname prename ming nomepropio nomeproprio voorletters initialen initials mei"""),
    MIDDLE("middle_name", Kind.GIVEN_NAME, """
            middlename middle middleinitial mi mname secondname midname middlenm middlenames midlname midl midinit midinitial othername
            othernames othergivenname additionalname secondgivenname secondfirstname zweitername zweitvorname segundonombre
            deuxiemeprenom autresprenoms отчество otchestvo patronymic namemiddle secondonome"""),
    PARTICLE(
            "",
            Kind.FAMILY_NAME,
            "tussenvoegsel infix namenszusatz vorsatzwort namensvorsatz lastnameprefix surnameprefix voorvoegsel"),
    FAMILY("last_name", Kind.FAMILY_NAME, """
            lastname last surname surnames familyname family lname lastnm sname nachname zuname familienname nomdefamille nomfamille
            nomusage nomdusage apellido apellidos apellidopaterno primerapellido paterno sobrenome apelido ultimonome cognome achternaam
            familienaam efternamn etternavn efternavn sukunimi nazwisko prijmeni priezvisko vezeteknev csaladnev nume prezime soyad
            soyadi soyisim фамилия familiya familia επωνυμο eponymo sei myoji myouji 姓 姓氏 namelast surnm legallastname lnam lastn xing nomefamiglia"""),
    FAMILY_TOO("", Kind.FAMILY_NAME, "apellidomaterno segundoapellido materno secondlastname secondsurname"),
    MAIDEN("maiden_name", Kind.FAMILY_NAME, """
            maidenname maiden birthname geburtsname nomdejeunefille nomnaissance nomdenaissance neename formerlastname previouslastname
            previoussurname formername meisjesnaam geboortenaam mothersmaidenname nazwiskorodowe"""),
    NICKNAME(
            "nickname",
            Kind.GIVEN_NAME,
            "nickname nick knownas alsoknownas alias aka spitzname surnom apodo apelidosocial"),
    FULL("name", Kind.FULL_NAME, """
            name fullname wholename completename displayname personname namefull nombrecompleto nombreyapellidos nombreapellidos
            nomcomplet nomprenom nometprenom prenomnom vollername vollstandigername vorundnachname nomecompleto volledigenaam naam namn
            navn nimi fio фио 姓名 氏名 adsoyad adisoyadi isimsoyisim author firstandsurname firstandlast firstlast namefirstlast
            nome nom nombre jmeno ad isim imieinazwisko nominativo namefl fullnm customername contactname clientname patientname
            personfullname attn recipient cardholder nameoncard 이름 성명 الاسم שם nev όνομα xingming shimei simei namae onamae zhongwenming"""),
    BIRTH("birth_date", Kind.BIRTH_DATE, """
            dob birthdate dateofbirth birthday born birth birthdt dtbirth dateborn bdate bday dtofbirth geburtsdatum gebdat gebdatum
            geburtstag geb gebamdatum datenaissance datedenaissance ddn naissance fechanacimiento fechadenacimiento fnacimiento fechanac
            fecnac nacimiento datanascimento datadenascimento dtnascimento dtnasc nascimento datadinascita datanascita nascita
            geboortedatum gebdtm geboorte fodelsedatum fodelsedag fodselsdato fodselsdag syntymaaika dataurodzenia datumnarozeni datumnarodenia
            szuletesidatum szuletesiido datanasterii dogumtarihi датарождения 出生日期 生年月日 生日 생년월일 dateofbirthdob patientdob seinengappi seinengabi tanjobi tanjoubi shengri chushengriqi chushengnianyue natoil nataeil nacidoel geborenam"""),
    BIRTH_YEAR("", Kind.BIRTH_DATE, """
            birthyear yearofbirth yob byear by geburtsjahr anneenaissance anneedenaissance anonacimiento annonascita geboortejaar
            fodelsear bornyear yrbirth birthyr rokurodzenia yearborn dobyear doby birthdateyear yrofbirth fodselsar"""),
    BIRTH_MONTH("", Kind.BIRTH_DATE, """
            birthmonth monthofbirth mob bmonth bm geburtsmonat moisnaissance mesnacimiento mesenascita dobmonth dobm birthmo monthborn
            birthdatemonth"""),
    BIRTH_DAY(
            "",
            Kind.BIRTH_DATE,
            "dayofbirth bd dobday dobd dayborn journaissance dianacimiento birthdateday birthdy bdayofmonth"),
    EMAIL("email", Kind.EMAIL, """
            email emailaddress mail emailid useremail emailaddr correo correoelectronico courriel adressemail adresseemail emailadresse
            mailadresse mailaddress epost epostadress eposta epostadresse poczta adresemail ηταχυδρομειο электроннаяпочта почта 邮箱 电子邮件 이메일
            emailaddr1 mailid emel sahkoposti correoe personalemail workemail emailpersonal postaelettronica meruadoresu youxiang dianziyoujian"""),
    PHONE("phone", Kind.PHONE, """
            phone phonenumber mobile mobilenumber mobilephone telephone tel cell cellphone phoneno homephone workphone telno
            telephonenumber phonenum mobileno mobilenum msisdn contactnumber contactno landline dayphone eveningphone fax handy handynummer
            telefon telefonnummer telefonnr mobil mobilnummer mobiltelefon mobilfunk festnetz rufnummer telephonemobile telephonefixe
            telmobile telfixe portable numerotelephone numtel telefono telefonomovil movil celular telefonofijo telefone fone celulare cellulare
            numeroditelefono telefoon telefoonnummer mobiel gsm mobieltje mobilnr puhelin puhelinnumero matkapuhelin komorka numertelefonu
            telefonszam ceptelefonu телефон телефоны 电话 手机 手机号 電話番号 전화번호 whatsapp phonemobile phonehome phonework sms telemovel telemoveis denwa denwabango keitai keitaidenwa shouji shoujihao shoujihaoma dianhua dianhuahaoma lianxidianhua gsmno"""),
    HOUSE_NUMBER("", Kind.STREET, """
            streetnumber housenumber houseno streetno hausnummer hausnr hnr numerovoie huisnummer huisnr husnummer husnr civico
            numerocivico nrdomu streetnum housenum addressnumber buildingnumber housenr stnum stno resstreetnumber streetnbr housenbr
            numerodelacalle numeroexterior numerovia noporta numporta numeroporta numerodeporta porta kapino binano"""),
    STREET("street", Kind.STREET, """
            street streetaddress address addr addressline addressline1 streetname strasse str anschrift adresse rue voie direccion calle
            domicilio endereco logradouro rua indirizzo via straat straatnaam adres gata gatuadress adress vej gade osoite katuosoite
            ulica ulice utca cim strada улица адрес 地址 住所 주소 homeaddress postaladdress resaddress thoroughfare lieuvoie adressepostale
            streetline addr1 addressfull fulladdress strassehausnummer streetandnumber ligneadresse morada direccionpostal jusho juusho dizhi zhuzhi"""),
    STREET_MORE("", Kind.STREET, """
            complement complemento complementadresse complementoadresse adresszusatz adressezusatz unit apartment apt unitnumber flat
            suite huisnummertoevoeging toevoeging aptnumber unitnum aptno secondaryaddress streettype stdir streetsuffix streetdirection
            typevoie numerointerior"""),
    POSTCODE("postcode", Kind.POSTCODE, """
            postcode postalcode zip zipcode zipcode5 plz postleitzahl codepostal cp codigopostal cep cap codpostal postnummer postnr
            postinumero kodpocztowy psc iranyitoszam индекс pincode eircode 邮编 郵便番号 우편번호 postal postcd postkode zippostal zippostalcode postalzip
            postkod codicepostale codigopost pcode yubinbango yubinbangou yubin youbian youzhengbianma postakodu"""),
    CITY("city", Kind.CITY, """
            city town suburb locality ort stadt wohnort ville commune localite ciudad localidad poblacion municipio cidade citta comune
            plaats woonplaats stad postort kaupunki miasto miejscowosc mesto obec varos oras sehir город 城市 市 도시 village cityname
            placename municipality townname citytown cityorsuburb localidade concelho freguesia chengshi shi toshi ilce"""),
    BIRTH_PLACE("birth_place", Kind.CITY, """
            birthplace placeofbirth pob geburtsort lieunaissance lieudenaissance lugarnacimiento lugardenacimiento birthcity luogonascita
            luogodinascita naturalidade geboorteplaats cityofbirth birthtown miejsceurodzenia"""),
    STATE("state", Kind.EXACT, """
            state province region county bundesland departement provincia estado uf statecode prefecture canton kanton wojewodztwo
            statename stateprovince stateabbr 省 district il distrito todofuken shengfen sheng"""),
    COUNTRY(
            "country",
            Kind.EXACT,
            "country nation land pays pais paese countrycode countryname nationality nationalite staat 国家 citizenship guojia kuni ulke"),
    GENDER(
            "gender",
            Kind.EXACT,
            "gender sex geschlecht sexe sexo genero sesso geslacht kon kjonn kon plec пол 性别 gendercode sexcode cinsiyet seibetsu xingbie"),
    AGE(
            "age",
            Kind.NUMBER,
            "age ageyears ageinyears alter edad idade eta leeftijd alder ika yas wiek vek nenrei nianling возраст 年龄 年齢"),
    NATIONAL("", Kind.EXACT, """
            ssn socsecid socialsecuritynumber socialsecurityid socialsecurity nationalid nationalinsurancenumber nino nhsnumber
            nhsno passportnumber passport passportno taxid taxnumber personalnumber cpf dni nie nif nss curp rfc aadhaar aadhar aadhaarno pannumber
            panno bsn burgerservicenummer pesel cnp personnummer fodselsnummer sozialversicherungsnummer svnr svnummer steuerid
            steuernummer codicefiscale insee nir numerosecu cedula rut ruc driverslicense driverlicense driverslicensenumber licensenumber licencenumber
            licence license medicare medicarenumber mrn medicalrecordnumber idcard idcardnumber idnumber dninie nifnie numerodocumento
            documento documentnumber voterid voterregnum voterregistrationnumber ncid tckimlikno tckimlik egn ssn4 last4ssn ssnlast4
            loyaltycard cardnumber membershipnumber membernumber customernumber kundennummer customerno kundennr numerocliente"""),
    ROW("", Kind.EXACT, """
            id rowid recordid recid uuid guid key pk index rownum rownumber idx unnamed0 seq lfdnr lineno linenumber sequence rid
            rec recordnumber recno recnum sourceid entryid uniqueid"""),
    TRUTH("", Kind.EXACT, """
            cluster clusterid entityid trueid groundtruth matchid goldenid truth duplicateof isduplicate dupid dupeid entityref
            clusterlabel personidtrue"""),
    TITLE(
            "title",
            Kind.EXACT,
            "title salutation anrede honorific nameprefix titel civilite titulo tratamento prefix aanhef"),
    SUFFIX("suffix", Kind.EXACT, "suffix namesuffix generation namesfx suffixlbl"),
    LATITUDE("", Kind.GEO, "latitude lat geolat breitengrad latitud"),
    LONGITUDE("", Kind.GEO, "longitude lon lng long geolon geolng langengrad longitud"),
    GEO("location", Kind.GEO, "geo coordinates latlong latlng geolocation coords geopoint"),
    WORDS("", Kind.TEXT, """
            occupation profession job jobtitle beruf employer company companyname organisation organization firma entreprise societe empresa
            azienda bedrijf accountname account department position role religion spouse mothername fathername mother father"""),
    META("", Kind.TEXT, """
            createdat updatedat lastmodified timestamp created modified updated dateadded importdate ordernumber orderid order total
            subtotal price amount quantity qty sku url website notes note comment comments remark remarks bemerkung tags tag status
            createdate createddate modifieddate lastmodifieddate lastlogin signupdate registrationdate registeredat ipaddress ip useragent
            currency paymentmethod financialstatus lineitemname lineitemprice source sourcesystem batch file filename leadsource
            acceptsmarketing newsletter optin consent language locale lang password hash systemmodstamp owner ownerid contactowner
            lifecyclestage leadstatus dateentered lastactivitydate lastorder"""),
    UNKNOWN("", Kind.TEXT, "");

    private final String field;
    private final Kind kind;
    private final String names;

    Sense(String field, Kind kind, String names) {
        this.field = field;
        this.kind = kind;
        this.names = names;
    }

    /** The usual name of the compared field; empty when it is a part of another, or has none. */
    String field() {
        return field;
    }

    Kind kind() {
        return kind;
    }

    String[] names() {
        return names.isBlank() ? new String[0] : names.strip().split("\\s+");
    }
}
