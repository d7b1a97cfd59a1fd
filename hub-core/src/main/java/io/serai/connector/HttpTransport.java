package io.serai.connector;

import io.serai.spi.HttpDoor;
import java.io.IOException;

/** One exchange over the wire, without retries, redirects or opinions about the answer. May be called from any thread. */
@FunctionalInterface
public interface HttpTransport {

    /**
     * Sends a request once and reads the complete answer.
     *
     * @param request as {@link HttpDoor#send} takes it
     * @param mostBytes the longest body that is read
     * @return the answer, whatever its status
     * @throws java.net.ConnectException when nothing was sent: the same request can safely be sent again
     * @throws IOException when it is not known how far the request came, the system took too long, or the body was cut short or is
     *     too long
     */
    HttpDoor.Response exchange(HttpDoor.Request request, int mostBytes) throws IOException;
}
