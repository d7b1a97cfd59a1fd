package io.serai.camel;

import java.util.List;
import java.util.Map;

/** Who is delivered in one run, page by page. */
interface Audience {

    /** The next page; empty after the last. */
    List<Map<String, Object>> next();

    /** Everything was delivered and pushed: what follows starts here. */
    default void finished() {}
}
