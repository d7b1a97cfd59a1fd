package io.serai.demo;

import io.serai.demo.Vocabulary.Place;
import java.time.LocalDate;

/**
 * One invented human being: the truth that the four systems know in pieces.
 *
 * @param card the loyalty card; also the number under which the CRM knows it
 * @param wish what the person thinks of marketing mail
 */
record Person(
        int number,
        String firstName,
        String lastName,
        LocalDate birthDate,
        String street,
        String postcode,
        Place place,
        String email,
        String phone,
        String card,
        Habit habit,
        Wish wish) {

    /** How a person buys. */
    enum Habit {
        /** Spends much, lately too. */
        VIP,
        /** Spent much, but not for a quarter. */
        LAPSED_VIP,
        REGULAR,
        /** Bought for the first time within the month. */
        NEWCOMER,
        /** Known, but has never bought. */
        BROWSER
    }

    /** What a person said about marketing mail. */
    enum Wish {
        GRANTED,
        DENIED,
        UNSAID
    }

    Person with(Habit other, Wish otherWish) {
        return new Person(
                number, firstName, lastName, birthDate, street, postcode, place, email, phone, card, other, otherWish);
    }

    Person called(String first, String last) {
        return new Person(number, first, last, birthDate, street, postcode, place, email, phone, card, habit, wish);
    }

    /** The same person at another's address. */
    Person livingWith(Person other) {
        return new Person(
                number,
                firstName,
                lastName,
                birthDate,
                other.street,
                other.postcode,
                other.place,
                email,
                phone,
                card,
                habit,
                wish);
    }

    Person withEmail(String other) {
        return new Person(
                number, firstName, lastName, birthDate, street, postcode, place, other, phone, card, habit, wish);
    }
}
