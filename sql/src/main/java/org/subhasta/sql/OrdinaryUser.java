package org.subhasta.sql;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Runs PostgreSQL's programs as somebody who is not root, as they insist. For root that is a user
 * namespace in which it is nobody in particular; where the kernel or a container forbids those, it
 * is the system's user {@code nobody}, who then owns the data folder.
 */
enum OrdinaryUser {

    /** We are one. */
    ALREADY(List.of()),
    /** Root in a namespace: files stay root's. */
    NAMESPACE(List.of("unshare", "--user")),
    /** Root as {@code nobody}. */
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private final List<String> prefix;

    OrdinaryUser(List<String> prefix) {
        this.prefix = prefix;
    }

    static OrdinaryUser find() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return ALREADY;
        }
        return succeeds("unshare", "--user", "true") ? NAMESPACE : NOBODY;
    }

    /**
     * The command in a session of its own, so that Ctrl-C reaches only the launcher, which then
     * stops things in their order.
     */
    List<String> command(String... command) {
        List<String> whole = new ArrayList<>(List.of("setsid"));
        whole.addAll(prefix);
        whole.addAll(List.of(command));
        return whole;
    }

    /** Hands files over to who will use them. */
    void own(Path path) throws IOException {
        if (this != NOBODY || !Files.exists(path)) {
            return;
        }
        UserPrincipal nobody = FileSystems.getDefault().getUserPrincipalLookupService()
                .lookupPrincipalByName("nobody");
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path each : tree.toList()) {
                Files.setOwner(each, nobody);
            }
        }
    }

    /** Lets who will use what is inside pass through a folder, without seeing what is in it. */
    void passThrough(Path folder) throws IOException {
        if (this == NOBODY) {
            Set<PosixFilePermission> permissions =
                    EnumSet.copyOf(Files.getPosixFilePermissions(folder));
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(folder, permissions);
        }
    }

    private static boolean succeeds(String... command) throws IOException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start().waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
