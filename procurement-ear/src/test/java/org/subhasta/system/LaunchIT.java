package org.subhasta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What cannot run says so in one sentence, with a status other than 0, and leaves nothing. */
@ExtendWith(WithPlatform.class)
class LaunchIT {

    @TempDir
    private Path folder;

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            assertRefused(Map.of(), "Port " + port + " on 127.0.0.1 cannot be used",
                    "run", "--port", port, "--data", folder.resolve("data").toString());
        }
        assertFalse(Files.exists(folder.resolve("data/postgresql")), "nothing was begun");
    }

    @Test
    void aFolderInUseIsNamed(TestPlatform platform) throws Exception {
        assertRefused(Map.of(), "Another copy of Subhasta is running on " + platform.data(),
                "run", "--port", free(), "--data", platform.data().toString());
        assertEquals(200, platform.get("/api/ready").statusCode());
    }

    @Test
    void aFolderThatCannotBeAFolderIsNamed() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertRefused(Map.of(), "The data folder " + file + " cannot be written",
                "run", "--port", free(), "--data", file.toString());
    }

    @Test
    void anUnreachableDatabaseIsNamed() throws Exception {
        assertRefused(Map.of("SUBHASTA_DB_URL", "jdbc:postgresql://127.0.0.1:9/x",
                        "SUBHASTA_DB_USER", "someone"),
                "The database at jdbc:postgresql://127.0.0.1:9/x cannot be reached",
                "run", "--port", free(), "--data", folder.toString());
        assertFalse(Files.exists(folder.resolve("server.pid")), "no server was started");
    }

    @Test
    void anAddressThatIsNoDatabaseIsNamed() throws Exception {
        assertRefused(Map.of("SUBHASTA_DB_URL", "mysql://x"),
                "SUBHASTA_DB_URL is mysql://x, but must look like",
                "run", "--port", free(), "--data", folder.toString());
    }

    @Test
    void demonstrationAccountsStayOnThisMachine() throws Exception {
        assertRefused(Map.of(), "Demonstration accounts have known passwords",
                "run", "--port", free(), "--host", "0.0.0.0", "--data", folder.toString());
    }

    @Test
    void wrongArgumentsAreNamed() throws Exception {
        assertRefused(Map.of(), "There is no option --prot: see ./subhasta help.",
                "run", "--prot", "1");
        assertRefused(Map.of(), "The option --port needs a value", "run", "--port");
        assertRefused(Map.of(), "A port is a number from 1 to 65535, not 99999",
                "run", "--port", "99999");
        assertRefused(Map.of(), "There is no address no.such.address.invalid",
                "run", "--host", "no.such.address.invalid", "--no-demo");
        assertRefused(Map.of(), "There is no command dance", "dance");
    }

    @Test
    void withoutAJdkTheScriptSaysWhatToInstall() throws Exception {
        Path script = TestPlatform.installation().getParent().getParent().resolve("subhasta");
        ProcessBuilder command = new ProcessBuilder(script.toString(), "run");
        command.environment().remove("JAVA_HOME");
        command.environment().put("SUBHASTA_JDKS", folder.toString());
        command.environment().put("PATH", withoutJava());
        Tool.Said said = Tool.run(command);
        assertEquals(1, said.status(), said.output());
        assertTrue(said.output().startsWith(
                "Subhasta needs a JDK 21 or newer and found none: install one"), said.output());
        assertEquals(1, said.output().lines().count(), said.output());
    }

    @Test
    void stoppingWhatDoesNotRunIsNoFailure() throws Exception {
        Tool.Said said = Tool.run(Launched.command(Map.of(), "stop", "--data",
                folder.toString()));
        assertEquals(0, said.status(), said.output());
        assertEquals("No copy of Subhasta is running on " + folder + ".",
                said.output().strip());
    }

    /** A folder with what the script itself needs, and no Java. */
    private String withoutJava() throws Exception {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        for (String name : new String[] {"bash", "env", "dirname", "readlink", "sed", "cat"}) {
            Files.createSymbolicLink(bin.resolve(name), Path.of("/usr/bin", name));
        }
        return bin.toString();
    }

    private static void assertRefused(
            Map<String, String> environment, String beginning, String... arguments)
            throws Exception {
        Tool.Said said = Tool.run(Launched.command(environment, arguments));
        assertEquals(1, said.status(), said.output());
        assertTrue(said.output().startsWith(beginning), said.output());
        assertEquals(1, said.output().lines().count(), said.output());
    }

    private static String free() throws Exception {
        return Integer.toString(TestPlatform.freePort());
    }
}
