package io.serai;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.sync.RunStatus;
import io.serai.sync.RunView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A CRM that is read whole and compared, on its bad days. */
class MessyDatabasesTest {

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void three_contacts() throws Exception {
        home = new TestHome(folder)
                .config("connections/crm.yaml", """
                        connector: jdbc
                        settings: { url: jdbc:sqlite:data/crm.db, streams: { contacts: { table: contacts, key: id } } }
                        """)
                .config("identity.yaml", """
                        identifiers: [ { name: crm_id }, { name: email, normalise: email } ]
                        matching: off
                        """)
                .config("mappings/contacts.yaml", """
                        from: crm/contacts
                        to: profile
                        fields: { crm_id: id, email: mail, first_name: given }
                        """)
                .pull("contacts", "crm/contacts");
        Files.createDirectories(home.path("data"));
        sql(
                "CREATE TABLE contacts (id TEXT, mail TEXT, given TEXT)",
                "INSERT INTO contacts VALUES ('1', 'ann@x.test', 'Ann'), ('2', 'ben@x.test', 'Ben'), ('3', 'cy@x.test', NULL)");
        assertThat(home.sync("contacts").counts().stored()).isEqualTo(3);
    }

    private void sql(String... statements) throws SQLException {
        try (Connection crm = DriverManager.getConnection("jdbc:sqlite:" + home.path("data/crm.db"))) {
            for (String statement : statements) {
                crm.createStatement().execute(statement);
            }
        }
    }

    @Test
    void a_row_that_is_gone_is_a_record_that_is_gone_but_an_empty_table_removes_nobody() throws SQLException {
        sql("DELETE FROM contacts WHERE id = '3'");
        assertThat(home.sync("contacts").counts().deleted()).isEqualTo(1);
        assertThat(home.keys()).containsExactly("1", "2");

        sql("ALTER TABLE contacts RENAME TO kept", "CREATE TABLE contacts AS SELECT * FROM kept WHERE 0");
        RunView empty = home.sync("contacts");
        assertThat(empty.counts().deleted()).isZero();
        assertThat(empty.message()).contains("crm/contacts");
        assertThat(home.keys()).containsExactly("1", "2");
    }

    @Test
    void a_table_that_vanished_fails_the_run_with_its_name_and_the_next_run_heals() throws SQLException {
        sql("ALTER TABLE contacts RENAME TO moved");
        RunView gone = home.sync("contacts");
        assertThat(gone.status()).isEqualTo(RunStatus.FAILED);
        assertThat(gone.message()).contains("crm/contacts", "contacts").doesNotContain("Exception");
        assertThat(home.keys()).hasSize(3);

        sql("ALTER TABLE moved RENAME TO contacts");
        RunView back = home.sync("contacts");
        assertThat(back.status()).isEqualTo(RunStatus.DONE);
        assertThat(back.counts().unchanged()).isEqualTo(3);
    }

    @Test
    void a_row_without_its_key_is_rejected_and_nobody_is_removed_for_it() throws SQLException {
        sql("INSERT INTO contacts VALUES (NULL, 'nobody@x.test', 'Nobody')");
        RunView run = home.sync("contacts");
        assertThat(run.status()).as(run.message()).isEqualTo(RunStatus.DONE);
        assertThat(run.counts().rejected()).isEqualTo(1);
        assertThat(home.rejections(run).get(0)).contains("\"id\"");
        assertThat(home.keys()).containsExactly("1", "2", "3");

        sql("UPDATE contacts SET id = '4' WHERE id IS NULL");
        assertThat(home.sync("contacts").counts().stored()).isEqualTo(1);
        assertThat(home.keys()).containsExactly("1", "2", "3", "4");
    }

    @Test
    void of_a_key_that_comes_twice_every_row_is_counted_and_one_stands() throws SQLException {
        sql("INSERT INTO contacts VALUES ('2', 'other@x.test', 'Other')");
        RunView run = home.sync("contacts");
        assertThat(run.counts().read())
                .isEqualTo(run.counts().stored()
                        + run.counts().unchanged()
                        + run.counts().rejected());
        assertThat(home.keys()).containsExactly("1", "2", "3");
    }

    @Test
    void a_file_that_is_no_database_fails_with_a_sentence() {
        home.file("data/crm.db", "this was a database once, before somebody opened it in an editor and saved it again");
        RunView broken = home.sync("contacts");
        assertThat(broken.status()).isEqualTo(RunStatus.FAILED);
        assertThat(broken.message()).contains("crm").doesNotContain("Exception", "mistake of the hub");
        assertThat(home.keys()).hasSize(3);
    }
}
