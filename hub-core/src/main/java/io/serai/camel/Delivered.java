package io.serai.camel;

import io.serai.profile.ProfileId;
import io.serai.profile.ProfileRow;
import java.util.LinkedHashMap;
import java.util.Map;

/** One person as the body of an exchange has it. */
final class Delivered {

    private Delivered() {}

    /** @param membership {@code member}, {@code entered} or {@code left} */
    static Map<String, Object> of(ProfileRow row, String membership) {
        Map<String, Object> person = new LinkedHashMap<>(row.fields());
        person.put("membership", membership);
        return person;
    }

    /** One who is not there any more. */
    static Map<String, Object> gone(long id) {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("profile_id", ProfileId.text(id));
        person.put("membership", "left");
        return person;
    }
}
