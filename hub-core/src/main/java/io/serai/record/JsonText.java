package io.serai.record;

import java.util.Arrays;

/** JSON as it is written. Characters that JSON does not ask to be escaped stay as they are. */
final class JsonText implements CharSequence {

    private static final String HEX = "0123456789ABCDEF";

    private char[] text = new char[512];
    private int length;

    void clear() {
        length = 0;
    }

    void append(char letter) {
        room(1);
        text[length++] = letter;
    }

    void append(char[] letters) {
        room(letters.length);
        System.arraycopy(letters, 0, text, length, letters.length);
        length += letters.length;
    }

    void append(String letters) {
        room(letters.length());
        letters.getChars(0, letters.length(), text, length);
        length += letters.length();
    }

    /** Appends a text in quotes. */
    void quoted(String value) {
        int size = value.length();
        room(size + 2);
        int start = length + 1;
        text[length] = '"';
        value.getChars(0, size, text, start);
        for (int i = start; i < start + size; i++) {
            char letter = text[i];
            if (letter < ' ' || letter == '"' || letter == '\\') {
                length = i;
                escaped(value, i - start);
                return;
            }
        }
        length = start + size + 1;
        text[length - 1] = '"';
    }

    private void escaped(String value, int from) {
        room((value.length() - from) * 6 + 1);
        for (int i = from; i < value.length(); i++) {
            char letter = value.charAt(i);
            int known = "\"\\\b\t\n\f\r".indexOf(letter);
            if (known >= 0) {
                text[length++] = '\\';
                text[length++] = "\"\\btnfr".charAt(known);
            } else if (letter < ' ') {
                append("\\u00");
                text[length++] = HEX.charAt(letter >> 4);
                text[length++] = HEX.charAt(letter & 15);
            } else {
                text[length++] = letter;
            }
        }
        text[length++] = '"';
    }

    private void room(int wanted) {
        if (length + wanted > text.length) {
            text = Arrays.copyOf(text, Math.max(text.length * 2, length + wanted));
        }
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return text[index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new String(text, start, end - start);
    }

    @Override
    public String toString() {
        return new String(text, 0, length);
    }
}
