package io.serai.camel;

import io.serai.profile.ProfileId;
import io.serai.profile.ProfileRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One person as the body of an exchange has it. */
final class Delivered {

    private Delivered() {}

    /** @param membership {@code member}, {@code entered} or {@code left} */
    static Map<String, Object> of(ProfileRow row, String membership) {
        Map<String, Object> person = new LinkedHashMap<>(row.fields());
        person.put("membership", membership);
        return person;
    }

    /** These people; those who are gone as {@code left}. */
    static List<Map<String, Object>> of(People people, List<Long> ids, String membership) {
        Set<Long> gone = new LinkedHashSet<>(ids);
        List<Map<String, Object>> page = new ArrayList<>(ids.size());
        for (ProfileRow row : ids.isEmpty() ? List.<ProfileRow>of() : people.byId(ids)) {
            gone.remove(row.id());
            page.add(of(row, membership));
        }
        gone.forEach(id -> page.add(gone(id)));
        return page;
    }

    private static Map<String, Object> gone(long id) {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("profile_id", ProfileId.text(id));
        person.put("membership", "left");
        return person;
    }
}
