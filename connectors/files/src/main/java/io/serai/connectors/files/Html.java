package io.serai.connectors.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Locale;

/** Recognises the page that a portal serves in place of a download. */
final class Html {

    private static final int HEAD = 64;

    private Html() {}

    /** What is wrong with a file that is a web page; null when it is none. */
    static String reason(FileChannel file, Encoding encoding) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        int length = file.read(head, encoding.mark());
        String start = new String(head.array(), 0, Math.max(0, length), encoding.charset())
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html")
                ? "is an HTML page, not data: whoever delivers it may have stored a login or error page"
                : null;
    }
}
