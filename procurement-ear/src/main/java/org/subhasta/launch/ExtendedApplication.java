package org.subhasta.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The shipped application and one module more: what tests or benchmarks need inside the server and
 * no platform should have.
 */
public final class ExtendedApplication {

    private ExtendedApplication() {
    }

    /**
     * Makes it from the unpacked shipped application.
     *
     * @param shipped the folder that holds {@code subhasta.ear}
     * @param folder  will hold {@code subhasta.ear} with the module
     * @param module  the file name of an EJB module
     * @param classes what is in it
     */
    public static void make(Path shipped, Path folder, String module, List<Class<?>> classes)
            throws IOException {
        copy(shipped, folder);
        Path ear = folder.resolve("subhasta.ear");
        Path descriptor = ear.resolve("META-INF/application.xml");
        String xml = Files.readString(descriptor);
        String first = "<module>";
        if (!xml.contains(first)) {
            throw new IllegalStateException("no module in " + descriptor);
        }
        // One of them is enough, and their order does not matter.
        Files.writeString(descriptor, xml.replaceFirst(first,
                "<module><ejb>" + module + "</ejb></module>" + first));
        try (OutputStream file = Files.newOutputStream(ear.resolve(module));
                JarOutputStream out = new JarOutputStream(file)) {
            for (Class<?> type : classes) {
                add(out, "", type);
            }
            addBeans(out, "META-INF/beans.xml");
        }
    }

    /**
     * Adds a web module to an application that was made.
     *
     * @param folder  that holds {@code subhasta.ear}
     * @param name    of the module, and below which address it answers
     * @param classes what is in it
     */
    public static void addWeb(Path folder, String name, List<Class<?>> classes)
            throws IOException {
        Path ear = folder.resolve("subhasta.ear");
        Path descriptor = ear.resolve("META-INF/application.xml");
        String first = "<module>";
        Files.writeString(descriptor, Files.readString(descriptor).replaceFirst(first,
                "<module><web><web-uri>" + name + ".war</web-uri><context-root>/" + name
                        + "</context-root></web></module>" + first));
        try (OutputStream file = Files.newOutputStream(ear.resolve(name + ".war"));
                JarOutputStream out = new JarOutputStream(file)) {
            for (Class<?> type : classes) {
                add(out, "WEB-INF/classes/", type);
            }
            addBeans(out, "WEB-INF/beans.xml");
        }
    }

    private static void addBeans(JarOutputStream out, String name) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write("""
                <beans xmlns="https://jakarta.ee/xml/ns/jakartaee"
                    bean-discovery-mode="annotated" version="4.0"/>
                """.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(JarOutputStream out, String folder, Class<?> type)
            throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(folder + name));
        try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
            in.transferTo(out);
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
