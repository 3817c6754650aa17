package org.subhasta.sql;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL of another version is refused in one sentence that says what to do. */
class VersionTest {

    private static final Credentials OWNER =
            new Credentials("jdbc:postgresql://db.example/subhasta", "owner", "");

    @TempDir
    private Path data;

    @Test
    void anOlderServerThanTestedIsRefused() {
        DatabaseUnusable unusable = assertThrows(DatabaseUnusable.class,
                () -> Migrations.checkVersion(Migrations.OLDEST_VERSION - 1, OWNER));
        assertEquals("The database at jdbc:postgresql://db.example/subhasta is PostgreSQL 15, but"
                + " Subhasta needs 16 or newer: upgrade it or point SUBHASTA_DB_URL to another.",
                unusable.getMessage());
        assertDoesNotThrow(() -> Migrations.checkVersion(Migrations.OLDEST_VERSION, OWNER));
    }

    @Test
    void dataOfAnotherVersionThanTheOneThatComesAlongAreRefused() throws Exception {
        Files.writeString(data.resolve("PG_VERSION"), "17\n");
        DatabaseUnusable unusable = assertThrows(DatabaseUnusable.class,
                () -> LocalPostgres.checkVersion(data));
        assertEquals("The data in " + data + " belong to PostgreSQL 17, this version of Subhasta"
                + " brings 18: upgrade them with pg_upgrade or start with another --data folder.",
                unusable.getMessage());
        Files.writeString(data.resolve("PG_VERSION"), "18\n");
        assertDoesNotThrow(() -> LocalPostgres.checkVersion(data));
    }
}
