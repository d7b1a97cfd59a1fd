package io.serai.connectors.jdbc;

import org.junit.jupiter.api.Test;

/** MySQL's driver, its streaming and its types, on a server that speaks MySQL's protocol. */
class MysqlDriverTest extends MariaDbTest {

    @Override
    String url() {
        return super.url().replace("jdbc:mariadb:", "jdbc:mysql:");
    }

    @Test
    @Override
    void the_check_says_what_was_meant() {
        super.the_check_says_what_was_meant();
    }
}
