package io.serai.demo.population;

import java.util.EnumSet;
import java.util.Set;

/** A row while it is being written, and the troubles that it has met. */
final class Row {

    final Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
    final Source source;
    String firstName;
    String lastName;
    String birthDate;
    String street;
    String postcode;
    String city;
    String country;
    String email;
    String phone;
    String loyalty;

    Row(Source source) {
        this.source = source;
    }

    void met(Trouble trouble) {
        troubles.add(trouble);
    }

    Customer customer(long id, String cluster) {
        return new Customer(
                id,
                cluster,
                source.name().toLowerCase(java.util.Locale.ROOT),
                firstName,
                lastName,
                birthDate,
                street,
                postcode,
                city,
                country,
                email,
                phone,
                loyalty);
    }
}
