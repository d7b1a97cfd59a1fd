package io.serai.demo.population;

import java.util.List;

/**
 * One row: what one source wrote about a person. A null says nothing.
 *
 * @param id the row's number in the file, from 1; says nothing about who it is
 * @param cluster the truth: equal for rows of one person
 * @param source which system wrote it
 */
public record Customer(
        long id,
        String cluster,
        String source,
        String firstName,
        String lastName,
        String birthDate,
        String street,
        String postcode,
        String city,
        String country,
        String email,
        String phone,
        String loyalty) {

    /** The columns' names, in the order of {@link #values}. */
    public static final List<String> COLUMNS = List.of(
            "id",
            "cluster",
            "source",
            "first_name",
            "last_name",
            "birth_date",
            "street",
            "postcode",
            "city",
            "country",
            "email",
            "phone",
            "loyalty");

    /** One for each column; null where the row says nothing. */
    public String[] values() {
        return new String[] {
            String.valueOf(id),
            cluster,
            source,
            firstName,
            lastName,
            birthDate,
            street,
            postcode,
            city,
            country,
            email,
            phone,
            loyalty
        };
    }
}
