package io.serai.profile;

import java.time.Instant;
import java.util.Map;

/**
 * One order or event of a person.
 *
 * @param name {@code order}, or the event's name
 * @param time when it happened
 * @param properties all other mapped fields: {@code total} (number), {@code currency}, {@code store}, …; numbers are
 *     {@code Long} or {@code Double}
 */
public record TimelineEntry(String name, Instant time, Map<String, Object> properties) {}
