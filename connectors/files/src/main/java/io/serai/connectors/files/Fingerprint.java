package io.serai.connectors.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * 64 bits that stand for a text: among ten million of them two are equal by chance once in 370,000 folders. The first half
 * of MD5, which is here for its spread and every JDK has; nobody gains from forging one.
 */
final class Fingerprint {

    private static final MessageDigest EMPTY = md5();

    private Fingerprint() {}

    static long of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static long of(byte[] bytes) {
        return ByteBuffer.wrap(digest().digest(bytes)).getLong();
    }

    /** A copy of one that is there: to look for MD5 among what the platform has takes longer than a digest. */
    private static MessageDigest digest() {
        try {
            return (MessageDigest) EMPTY.clone();
        } catch (CloneNotSupportedException e) {
            return md5();
        }
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
