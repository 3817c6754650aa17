package org.subhasta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.subhasta.signing.log.KeyKind;
import org.subhasta.signing.log.SignerKey;

/** The journal of a running platform, checked from outside by {@code ./subhasta verify-db}. */
@ExtendWith(WithPlatform.class)
class VerifyDatabaseIT {

    @TempDir
    private Path folder;

    private static Tool.Said check(TestPlatform platform, String... more) throws Exception {
        ProcessBuilder command = Launched.command(
                Map.of(), "verify-db", "--data", platform.data().toString());
        command.command().addAll(List.of(more));
        return Tool.run(command);
    }

    @Test
    void theJournalOfARunningPlatformHolds(TestPlatform platform) throws Exception {
        Tool.Said said = check(platform);
        assertEquals(0, said.status(), said.output());
        assertTrue(said.output().matches(
                "holds  all \\d+ entries of \\S+ are as they were signed; root [0-9a-f]{64}\\s*"),
                said.output());
    }

    @Test
    void anEntryChangedInTheDatabaseIsNamed(TestPlatform platform) throws Exception {
        try (Connection owner = platform.owner(); Statement statement = owner.createStatement()) {
            String subject;
            long leaf;
            try (ResultSet row = statement.executeQuery("""
                    SELECT e.subject, e.leaf FROM journal.entry e
                    JOIN journal.position p ON p.leaf = e.leaf
                    WHERE e.act = 'tender-published' ORDER BY p.index LIMIT 1""")) {
                assertTrue(row.next());
                subject = row.getString(1);
                leaf = row.getLong(2);
            }
            act(statement, "tender-cancelled", leaf);
            try {
                Tool.Said said = check(platform);
                assertEquals(1, said.status(), said.output());
                assertTrue(said.output().startsWith("wrong  " + subject + ": an entry's header is"
                        + " not the one its leaf commits to (leaf " + leaf + ")"), said.output());
                assertTrue(said.output().endsWith(
                        "The journal is not as it was signed." + System.lineSeparator()),
                        said.output());
            } finally {
                act(statement, "tender-published", leaf);
            }
        }
    }

    private static void act(Statement statement, String act, long leaf) throws Exception {
        assertEquals(1, statement.executeUpdate(
                "UPDATE journal.entry SET act = '" + act + "' WHERE leaf = " + leaf));
    }

    @Test
    void headsOfAnotherKeyAreWrong(TestPlatform platform) throws Exception {
        Path other = Files.writeString(folder.resolve("other.vkey"), SignerKey.generate(
                "elsewhere.example/log", KeyKind.LOG, new SecureRandom()).verifier() + "\n");
        Tool.Said said = check(platform, "--trust", other.toString());
        assertEquals(1, said.status(), said.output());
        assertTrue(said.output().contains("a stored head is not signed by the log's key"),
                said.output());
    }

    @Test
    void whatCannotBeLookedAtIsNotCalledWrong() throws Exception {
        Tool.Said said = Tool.run(Launched.command(
                Map.of(), "verify-db", "--data", folder.toString()));
        assertEquals(2, said.status(), said.output());
        assertEquals(1, said.output().lines().count(), said.output());
    }
}
