package org.subhasta.signing.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subhasta.signing.CadesVerifier;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.Trust;
import org.subhasta.signing.Validation;

/** With SoftHSM, a module that lives in files; its configuration comes by the environment. */
@DisplayName("A key in a security module (PKCS#11)")
class SecurityModuleTest {

    private static final Instant BEGAN = Instant.now().minusSeconds(3_600);
    private static final CertificateAuthority AUTHORITY =
            CertificateAuthority.create("Test authority", BEGAN);
    private static final byte[] DOCUMENT = "a document".getBytes(UTF_8);

    @TempDir
    private Path folder;
    private Path library;

    @BeforeEach
    void module() throws Exception {
        library = Stream.of("/usr/lib/softhsm/libsofthsm2.so",
                        "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                        "/usr/lib64/softhsm/libsofthsm2.so", "/usr/lib64/libsofthsm2.so")
                .map(Path::of).filter(Files::exists).findFirst().orElse(null);
        assumeTrue(library != null && isThere("softhsm2-util") && isThere("pkcs11-tool"),
                "needs softhsm2 and opensc");
        Files.createDirectory(folder.resolve("tokens"));
        Files.writeString(folder.resolve("softhsm2.conf"),
                "directories.tokendir = " + folder.resolve("tokens") + "\n");
        Files.writeString(folder.resolve("module.cfg"),
                "name = Soft\nlibrary = " + library + "\nslotListIndex = 0\n");
        Files.write(folder.resolve("doc"), DOCUMENT);
        assertEquals(0, run("softhsm2-util", "--init-token", "--free", "--label", "test",
                "--so-pin", "12345678", "--pin", "1234").status());
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    private record Said(int status, String text) {
    }

    private Said run(String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Said(process.waitFor(), text);
    }

    /** Puts a key and its certificate into the module, as an administrator would. */
    private SigningKey put(String id, String label) throws Exception {
        SigningKey key = AUTHORITY.issue(label, "Example", "NL", BEGAN);
        Path pem = Files.writeString(folder.resolve(label + ".key"),
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(
                        key.privateKey().getEncoded()) + "\n-----END PRIVATE KEY-----\n");
        Said imported = run("softhsm2-util", "--import", pem.toString(), "--token", "test",
                "--label", label, "--id", id, "--pin", "1234");
        assertEquals(0, imported.status(), imported.text());
        Path certificate = Files.write(
                folder.resolve(label + ".der"), key.certificate().getEncoded());
        Said written = run("pkcs11-tool", "--module", library.toString(), "--login", "--pin",
                "1234", "--write-object", certificate.toString(), "--type", "cert", "--id", id,
                "--label", label);
        assertEquals(0, written.status(), written.text());
        return key;
    }

    private Said sign(String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(), "-cp",
                System.getProperty("java.class.path"), RunCommands.class.getName(), "sign",
                "--pkcs11", folder.resolve("module.cfg").toString(), "--out",
                folder.resolve("sig").toString()));
        command.addAll(Arrays.asList(options));
        command.add(folder.resolve("doc").toString());
        return run(command.toArray(String[]::new));
    }

    @Test
    @DisplayName("signs without leaving it, and what it signed verifies")
    void signs() throws Exception {
        SigningKey key = put("01", "ada");
        Said said = sign("--password", "1234");
        assertEquals(0, said.status(), said.text());
        Validation result = CadesVerifier.verify(DOCUMENT,
                Files.readAllBytes(folder.resolve("sig")),
                Trust.of(List.of(AUTHORITY.certificate())), Instant.now());
        assertTrue(result.passed(), result.explanation());
        assertEquals(key.certificate(), result.signer().orElseThrow());
    }

    @Test
    @DisplayName("is chosen by its name where there are several, and asked for where it is not")
    void several() throws Exception {
        put("01", "ada");
        SigningKey bram = put("02", "bram");
        Said unnamed = sign("--password", "1234");
        assertEquals(1, unnamed.status());
        assertTrue(unnamed.text().contains("not one key with a certificate but 2"),
                unnamed.text());
        Said strange = sign("--password", "1234", "--key", "carla");
        assertTrue(strange.text().contains("no key with a certificate called carla"),
                strange.text());
        Said said = sign("--password", "1234", "--key", "bram");
        assertEquals(0, said.status(), said.text());
        assertEquals(bram.certificate(), CadesVerifier.verify(DOCUMENT,
                Files.readAllBytes(folder.resolve("sig")),
                Trust.of(List.of(AUTHORITY.certificate())), Instant.now())
                .signer().orElseThrow());
    }

    @Test
    @DisplayName("is not reached with a wrong PIN, without its library, or without a terminal")
    void notReached() throws Exception {
        put("01", "ada");
        assertEquals(1, sign("--password", "9999").status());
        Said silent = sign();
        assertEquals(2, silent.status(), silent.text());
        assertTrue(silent.text().contains("no terminal"), silent.text());
        assertEquals(2, sign("--keystore", "x.p12").status());
        Files.writeString(folder.resolve("module.cfg"), "name = X\nlibrary = /none.so\n");
        Said gone = sign("--password", "1234");
        assertEquals(1, gone.status(), gone.text());
        assertTrue(gone.text().contains("cannot be reached"), gone.text());
        Files.writeString(folder.resolve("module.cfg"), "what is this");
        assertEquals(1, sign("--password", "1234").status());
    }
}
