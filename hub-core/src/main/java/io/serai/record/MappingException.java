package io.serai.record;

/**
 * A mapping refuses a record or a profile. The message names the field and says what is wrong with it, without personal data; it goes
 * into the rejection as it is.
 */
public final class MappingException extends Exception {

    private static final long serialVersionUID = 1L;

    MappingException(String message) {
        super(message, null, false, false);
    }
}
