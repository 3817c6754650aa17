package org.subhasta.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The address of a database of one's own")
class ConfiguredDatabaseTest {

    @Test
    void namesNeitherUserNorPasswordAndIsNotRepeatedWhereItDoes() {
        for (String url : List.of(
                "jdbc:postgresql://db/x?user=alice",
                "jdbc:postgresql://db/x?ssl=true&password=s3cret",
                "jdbc:postgresql:x?USER=alice&p%61ssword=s3cret",
                "jdbc:postgresql://db/x?sslpassword=s3cret",
                "jdbc:postgresql://db/x?%zz=s3cret",
                "jdbc:postgresql://alice:s3cret@db/x",
                "postgres://alice:s3cret@db/x")) {
            String said = assertThrows(CannotRun.class, () -> from(url), url).getMessage();
            assertTrue(said.startsWith("SUBHASTA_DB_URL names a user or a password"), said);
            assertFalse(said.contains("s3cret") || said.contains("alice"), said);
        }
    }

    @Test
    void mayCarryOtherParameters() throws Exception {
        String url = "jdbc:postgresql://db:5432/users?ssl=true&ApplicationName=password";
        assertEquals(url, from(url));
    }

    private static String from(String url) throws CannotRun {
        return ConfiguredDatabase.from(Map.of("SUBHASTA_DB_URL", url,
                "SUBHASTA_DB_USER", "owner", "SUBHASTA_DB_PASSWORD", "x")).orElseThrow().url();
    }
}
