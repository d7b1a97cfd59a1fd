package io.serai.spi;

/**
 * One field of a stream.
 *
 * @param name its path, dots between levels
 * @param type what its values are
 * @param role what it means; {@link Role#NONE} when it has no general meaning
 * @param description one sentence, possibly empty
 * @since 1.0
 */
public record Field(String name, Type type, Role role, String description) {

    /** What a field's values are. */
    public enum Type {
        TEXT,
        NUMBER,
        BOOLEAN,
        TIME,
        OBJECT,
        LIST,
        ANY
    }

    /** What a field means, whatever the vendor calls it. Mappings and identity rules are suggested from roles. */
    public enum Role {
        NONE,
        ID,
        EMAIL,
        PHONE,
        FIRST_NAME,
        LAST_NAME,
        FULL_NAME,
        BIRTH_DATE,
        STREET,
        POSTCODE,
        CITY,
        COUNTRY,
        CONSENT_EMAIL,
        CONSENT_SMS,
        CREATED_AT,
        CHANGED_AT,
        ORDER_TOTAL,
        CURRENCY,
        ORDER_TIME,
        SKU,
        QUANTITY,
        PRICE,
        TAGS
    }
}
