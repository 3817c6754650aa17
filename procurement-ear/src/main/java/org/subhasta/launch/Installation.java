package org.subhasta.launch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the build made and a run only reads.
 *
 * @param folder the build's output folder, {@code procurement-ear/target}
 */
record Installation(Path folder) {

    /** Java's version from which it warns of libraries that use {@code sun.misc.Unsafe}. */
    private static final int WARNS_OF_UNSAFE = 23;

    /** WildFly's own folder, as its makers ship it. */
    Path wildfly() throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "wildfly-*")) {
            for (Path path : found) {
                if (Files.exists(path.resolve("jboss-modules.jar"))) {
                    return path.toAbsolutePath();
                }
            }
        }
        throw new IOException("no WildFly in " + folder);
    }

    /** Our configuration of the server, copied for each run. */
    Path configuration() {
        return folder.resolve("server/configuration").toAbsolutePath();
    }

    /** Modules we add to the server: the database driver. */
    Path modules() {
        return folder.resolve("server/modules").toAbsolutePath();
    }

    /** Where {@code subhasta.ear} is. */
    Path application() {
        return folder.resolve("application").toAbsolutePath();
    }

    /** PostgreSQL's programs. */
    Path postgresql() {
        return folder.resolve("postgresql").toAbsolutePath();
    }

    /**
     * The beginning of a command that runs a program of the server, a main module of its own.
     *
     * @param options for the Java machine
     * @param module name of the main module and its arguments
     */
    List<String> command(List<String> options, String... module) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions());
        command.addAll(options);
        command.add("-Djboss.home.dir=" + wildfly());
        command.addAll(List.of("-jar", wildfly().resolve("jboss-modules.jar").toString(),
                "-mp", modules() + java.io.File.pathSeparator + wildfly().resolve("modules")));
        command.addAll(List.of(module));
        return command;
    }

    /** What {@code bin/common.sh} and {@code bin/standalone.conf} of WildFly set. */
    private static List<String> javaOptions() {
        List<String> options = new ArrayList<>(List.of(
                "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
                "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
                "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
                "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
                "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
                "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "--add-opens=java.base/java.net=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.management/javax.management=ALL-UNNAMED",
                "--add-opens=java.naming/javax.naming=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED"));
        if (Runtime.version().feature() >= WARNS_OF_UNSAFE) {
            options.add("--sun-misc-unsafe-memory-access=allow");
        }
        options.addAll(List.of(
                "-Djboss.modules.system.pkgs=org.jboss.byteman",
                "-Djava.awt.headless=true",
                "-Djava.net.preferIPv4Stack=true",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC"));
        return options;
    }
}
