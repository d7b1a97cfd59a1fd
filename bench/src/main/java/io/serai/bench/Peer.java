package io.serai.bench;

import java.util.List;

/**
 * What another program reached on the same rows, as the person at the command line says.
 *
 * @param cases the case that it was measured on; empty for all
 * @param figures F1, wall seconds, CPU seconds, megabytes; fewer where not all are known
 */
record Peer(String name, String cases, List<String> figures) {

    static Peer of(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("\"--peer " + text
                    + "\" is not NAME=F1,wall,cpu,mb or NAME@CASE=…, such as --peer splink@febrl3=.9975,,20.6");
        }
        String[] name = text.substring(0, equals).split("@", 2);
        List<String> figures = List.of(text.substring(equals + 1).split(",", -1));
        return new Peer(name[0], name.length == 1 ? "" : name[1], figures);
    }

    boolean isAbout(String measured) {
        return cases.isEmpty() || cases.equals(measured);
    }

    /** The figure at a place; nothing where it is not known. */
    String figure(int place) {
        return place < figures.size() ? figures.get(place) : "";
    }
}
