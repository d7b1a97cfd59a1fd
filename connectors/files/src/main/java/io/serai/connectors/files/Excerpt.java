package io.serai.connectors.files;

/** Cuts unreadable text to what a rejection keeps. */
final class Excerpt {

    static final int LENGTH = 4096;

    private Excerpt() {}

    static String of(String text) {
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH);
    }
}
