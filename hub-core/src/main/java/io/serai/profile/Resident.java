package io.serai.profile;

import java.util.Set;

/**
 * What is known of one person for telling with whom they live.
 *
 * @param profile the person's number
 * @param address where, see {@link Residence#address}
 * @param familyName the surname as {@link Residence#familyName} gives it; null when it is not known
 * @param contacts phone numbers and e-mail addresses, normalised, each with its kind
 */
public record Resident(long profile, String address, Object familyName, Set<String> contacts) {

    public Resident {
        contacts = Set.copyOf(contacts);
    }
}
