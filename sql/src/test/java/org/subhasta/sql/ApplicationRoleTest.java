package org.subhasta.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One role for each database of a PostgreSQL, with a name that needs no quotes. */
class ApplicationRoleTest {

    @Test
    void theUsualDatabaseHasTheUsualRoleAndOthersTheirOwn() {
        assertEquals("subhasta_app", ApplicationRole.of("subhasta"));
        assertEquals("subhasta_app_porto", ApplicationRole.of("porto"));
    }

    @Test
    void namesThatNeedQuotesOrAreTooLongStayApart() {
        List<String> databases = List.of("a-b", "a_b", "a b", "A_b", "é", "x\"; DROP ROLE y; --",
                "n".repeat(63), "n".repeat(62) + "m", "n".repeat(62));
        List<String> roles = databases.stream().map(ApplicationRole::of).toList();
        assertEquals(databases.size(), roles.stream().distinct().count(), roles.toString());
        for (String role : roles) {
            assertTrue(role.matches("[a-z][a-z0-9_]{0,62}"), role);
        }
        assertNotEquals("subhasta_app", ApplicationRole.of("Subhasta"));
    }
}
