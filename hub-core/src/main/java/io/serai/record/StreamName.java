package io.serai.record;

/**
 * A stream of a connection, written {@code shop/customers}.
 *
 * @param connection the connection's name
 * @param stream the stream's name in it
 */
public record StreamName(String connection, String stream) {

    /**
     * Reads {@code connection/stream}.
     *
     * @throws IllegalArgumentException when the text is not two names with one slash between
     */
    public static StreamName parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 1 || slash == text.length() - 1 || text.indexOf('/', slash + 1) >= 0) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a stream: write connection/stream, such as shop/customers");
        }
        return new StreamName(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return connection + "/" + stream;
    }
}
