package org.subhasta.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.subhasta.system.clock.MovableClock;

/** The shipped application and one module more: the clock that tests can move. */
final class TestApplication {

    private static final String MODULE = "test-clock.jar";

    private TestApplication() {
    }

    /**
     * Makes it from the unpacked shipped application.
     *
     * @param shipped the folder that holds {@code subhasta.ear}
     * @param folder will hold {@code subhasta.ear} with the clock
     */
    static void make(Path shipped, Path folder) throws IOException {
        copy(shipped, folder);
        Path ear = folder.resolve("subhasta.ear");
        Path descriptor = ear.resolve("META-INF/application.xml");
        String xml = Files.readString(descriptor);
        String first = "<module>";
        if (!xml.contains(first)) {
            throw new IllegalStateException("no module in " + descriptor);
        }
        // replaceFirst would do for one of them; the order of modules does not matter.
        Files.writeString(descriptor, xml.replaceFirst(first,
                "<module><ejb>" + MODULE + "</ejb></module>" + first));
        module(ear.resolve(MODULE));
    }

    private static void module(Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            String name = MovableClock.class.getName().replace('.', '/') + ".class";
            out.putNextEntry(new JarEntry(name));
            try (InputStream in = MovableClock.class.getClassLoader().getResourceAsStream(name)) {
                in.transferTo(out);
            }
            out.putNextEntry(new JarEntry("META-INF/beans.xml"));
            out.write("""
                    <beans xmlns="https://jakarta.ee/xml/ns/jakartaee"
                        bean-discovery-mode="annotated" version="4.0"/>
                    """.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
