package io.serai.identity;

import io.serai.identity.compare.Distance;

/** Whether names and birth dates say that two clusters are one person: what a shared phone number needs beside itself. */
enum Agreement {
    AGREE,
    DIFFER,
    UNKNOWN;

    /** One contradiction is enough to differ; without any, one agreement is enough to agree. */
    static Agreement between(Evidence[] left, Evidence[] right) {
        Agreement all = UNKNOWN;
        for (Evidence one : left) {
            for (Evidence two : right) {
                Agreement pair = between(one, two);
                if (pair == DIFFER) {
                    return DIFFER;
                }
                if (pair == AGREE) {
                    all = AGREE;
                }
            }
        }
        return all;
    }

    /**
     * A compatible given name, unless birth dates contradict it. Without a given name, the birth date. The same birth date
     * does not outweigh different given names: twins share their phone.
     */
    static Agreement between(Evidence left, Evidence right) {
        Boolean birth = sameBirth(left.birthDate(), right.birthDate());
        if (Boolean.FALSE.equals(birth)) {
            return DIFFER;
        }
        boolean lastKnown = left.lastName() != null && right.lastName() != null;
        boolean lastAgrees = lastKnown && Names.similar(left.lastName(), right.lastName());
        if (left.firstName() == null || right.firstName() == null) {
            if (Boolean.TRUE.equals(birth)) {
                return AGREE;
            }
            return lastKnown && !lastAgrees ? DIFFER : UNKNOWN;
        }
        if (left.firstName().equals(right.firstName())) {
            return AGREE;
        }
        if (left.firstName().equals(right.lastName()) && right.firstName().equals(left.lastName())) {
            return AGREE;
        }
        if (!Names.compatible(left.firstName(), right.firstName()) || lastKnown && !lastAgrees) {
            return DIFFER;
        }
        boolean initial = left.firstName().length() == 1 || right.firstName().length() == 1;
        return !initial || lastAgrees || Boolean.TRUE.equals(birth) ? AGREE : UNKNOWN;
    }

    /** Null when unknown or when only a slip of the keyboard is between them. */
    private static Boolean sameBirth(String left, String right) {
        if (left == null || right == null) {
            return null;
        }
        if (left.equals(right)) {
            return true;
        }
        return Distance.isOne(left, right) || left.equals(swapped(right)) ? null : false;
    }

    private static String swapped(String date) {
        return date.length() == 10 ? date.substring(0, 5) + date.substring(8) + '-' + date.substring(5, 7) : date;
    }
}
