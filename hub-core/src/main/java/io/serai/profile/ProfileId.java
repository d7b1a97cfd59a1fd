package io.serai.profile;

/** How profile ids are written: {@code P} and the store's number. */
public final class ProfileId {

    private ProfileId() {}

    /** The id of a profile as people and destinations see it. */
    public static String text(long id) {
        return "P" + id;
    }

    /**
     * The store's number of an id.
     *
     * @return the number, or -1 when the text is not a profile id
     */
    public static long number(String text) {
        if (text.length() < 2 || text.length() > 19 || text.charAt(0) != 'P' && text.charAt(0) != 'p') {
            return -1;
        }
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return -1;
            }
        }
        return Long.parseLong(text, 1, text.length(), 10);
    }
}
