package io.serai.demo;

import io.serai.profile.IdentityDesk;
import io.serai.profile.People;
import io.serai.profile.Person;
import io.serai.profile.ProfileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The examples of who is who that the story tells, in the words of {@code hub profile why}. */
final class NamedPeople {

    private static final int ENOUGH = 100;

    private final People people;
    private final IdentityDesk identity;

    NamedPeople(People people, IdentityDesk identity) {
        this.people = people;
        this.identity = identity;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        twoAddresses(lines);
        family(lines);
        testAddress(lines);
        namelessCard(lines);
        return lines;
    }

    private void twoAddresses(List<String> lines) {
        for (Person person : people.find("email:" + Cast.TWO_ADDRESSES, 1)) {
            lines.add(name(person) + " (" + ProfileId.text(person.id()) + ") writes from two addresses and has "
                    + Columns.count(person.records().size(), "record", "records") + ". What makes her one person:");
            why(person, " share ", "/orders", "/sales").forEach(sentence -> lines.add("  " + sentence));
        }
    }

    private void family(List<String> lines) {
        List<Person> family = people.find("email:" + Cast.FAMILY_ADDRESS, ENOUGH);
        lines.add(
                "The address " + Cast.FAMILY_ADDRESS + " belongs to " + Columns.count(family.size(), "person", "people")
                        + " and stays so: "
                        + family.stream()
                                .map(person -> String.valueOf(person.traits().get("first_name")))
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + ". For example:");
        family.stream()
                .flatMap(person -> why(person, " stays apart").stream())
                .findFirst()
                .ifPresent(sentence -> lines.add("  " + sentence));
    }

    private void testAddress(List<String> lines) {
        int bearers =
                people.find("email:" + RetailGenerator.TEST_ADDRESS, ENOUGH).size();
        lines.add("The address " + RetailGenerator.TEST_ADDRESS + ", typed at busy tills, is on the cards of "
                + Columns.count(bearers, "person", "people") + ": far too many, so it links nobody.");
    }

    private void namelessCard(List<String> lines) {
        people.find("loyalty:" + Cast.NAMELESS_CARD, 1)
                .forEach(person -> lines.add("The card " + Cast.NAMELESS_CARD + " has bought for £"
                        + Objects.toString(person.traits().get("lifetime_value"), "0")
                                .replaceFirst("\\.0$", "")
                        + " and has no name: " + ProfileId.text(person.id())
                        + " waits until a record says whose card it is."));
    }

    /** The sentences with a phrase and without any of these words. */
    private List<String> why(Person person, String phrase, String... without) {
        return identity.why(person.id()).stream()
                .map(String::strip)
                .filter(sentence -> sentence.contains(phrase))
                .filter(sentence -> List.of(without).stream().noneMatch(sentence::contains))
                .toList();
    }

    private static String name(Person person) {
        return person.traits().get("first_name") + " " + person.traits().get("last_name");
    }
}
