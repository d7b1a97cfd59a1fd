package io.serai.config;

/**
 * A name in a file that must exist somewhere else.
 *
 * @param kind of what
 * @param name the name
 * @param position where it stands
 */
record Reference(Kind kind, String name, Position position) {

    /** What a name can stand for. */
    enum Kind {
        TRAIT("a trait"),
        EVENT("an event"),
        PROPERTY("a property"),
        CHANNEL("a consent channel"),
        SEGMENT("a segment"),
        CONNECTION("a connection"),
        IDENTIFIER("an identifier of config/identity.yaml"),
        FILLED("a field that a mapping to profile fills");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** "a trait". */
        String words() {
            return words;
        }
    }
}
