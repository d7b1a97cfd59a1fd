package io.serai.demo;

import java.math.BigDecimal;

/** Pence as systems print them. */
final class Money {

    private Money() {}

    static String pounds(long pence) {
        return BigDecimal.valueOf(pence, 2).toPlainString();
    }
}
