package io.serai.identity.compare;

/** Whether a word is a name that many people bear. */
public final class KnownNames {

    private KnownNames() {}

    /** Whether the first word of a text is a usual given name, or one that stands for such in daily life. */
    public static boolean isGiven(String text) {
        String folded = Latin.words(text);
        int space = folded.indexOf(' ');
        return Nicknames.formal(space < 0 ? folded : folded.substring(0, space)) != null;
    }

    /** Whether two folded given names are forms of one: Bill of William, Pepe of José. */
    public static boolean areForms(String left, String right) {
        int[] one = Nicknames.formal(left);
        int[] other = Nicknames.formal(right);
        return one != null && other != null && Nicknames.meet(one, other);
    }

    /** Whether another word of a text than the first is a usual given name. */
    public static boolean hasGivenLater(String text) {
        String[] words = Latin.words(text).split(" ");
        for (int i = 1; i < words.length; i++) {
            if (Nicknames.formal(words[i]) != null) {
                return true;
            }
        }
        return false;
    }
}
