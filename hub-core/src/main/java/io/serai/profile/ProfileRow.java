package io.serai.profile;

import java.util.Map;

/**
 * One person as routes, plans and destinations see it.
 *
 * @param id the store's number of the profile, see {@link ProfileId} for how it is shown
 * @param fields {@code profile_id}, {@code created_at}, traits, identifiers and {@code consent.CHANNEL} by name; what is not
 *     known is absent. Values are {@code String}, {@code Long} or {@code Double}
 */
public record ProfileRow(long id, Map<String, Object> fields) {}
