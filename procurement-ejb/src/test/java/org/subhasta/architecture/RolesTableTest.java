package org.subhasta.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.subhasta.parties.Assured;
import org.subhasta.parties.Role;

/** {@code docs/reference/roles.md} says of every use case whose it is, as the doors have it. */
class RolesTableTest {

    private static final Path PAGE = Path.of("../docs/reference/roles.md");
    private static final String BEGIN = "<!-- doors: made by RolesTableTest -->\n";
    private static final String END = "<!-- end of doors -->\n";
    private static final List<Role> ROLES = List.of(Role.SUPPLIER, Role.OFFICER, Role.OPENER,
            Role.ADMINISTRATOR, Role.AUDITOR);

    @Test
    void the_page_says_whose_each_use_case_is() throws Exception {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        String made = table();
        if (Boolean.getBoolean("subhasta.write")) {
            Files.writeString(PAGE, page.substring(0, begin) + made + page.substring(end));
        }
        assertEquals(made, Files.readString(PAGE).substring(begin,
                        Files.readString(PAGE).indexOf(END)),
                "the doors have changed: look at the difference, then write the page with"
                        + " -Dsubhasta.write=true");
    }

    private static String table() {
        Map<String, TreeSet<String>> rows = new TreeMap<>();
        new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.subhasta").stream()
                .filter(one -> one.isAnnotatedWith(Stateless.class)
                        || one.isAnnotatedWith(Singleton.class))
                .forEach(door -> door.getMethods().stream().filter(RolesTableTest::isOffered)
                        .filter(one -> !isEverybodys(one))
                        .forEach(one -> rows.computeIfAbsent(capability(door),
                                same -> new TreeSet<>()).add(row(one))));
        StringBuilder page = new StringBuilder();
        rows.forEach((capability, lines) -> page.append("\n### ").append(capability)
                .append("\n\n| use case | supplier | officer | opener | administrator | auditor"
                        + " | second factor |\n|---|---|---|---|---|---|---|\n")
                .append(String.join("", lines)));
        return page.append('\n').toString();
    }

    private static String capability(JavaClass door) {
        return door.getPackageName().replace("org.subhasta.", "");
    }

    private static boolean isOffered(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.STATIC)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static boolean isEverybodys(JavaMethod method) {
        return method.isAnnotatedWith(PermitAll.class)
                || !method.isAnnotatedWith(RolesAllowed.class)
                        && method.getOwner().isAnnotatedWith(PermitAll.class);
    }

    private static String row(JavaMethod method) {
        List<String> allowed = roles(method).or(() -> roles(method.getOwner())).orElse(List.of());
        boolean assured = method.isAnnotatedWith(Assured.class)
                || method.getOwner().isAnnotatedWith(Assured.class);
        assertFalse(allowed.isEmpty(), method.getFullName() + " names nobody");
        return "| `" + method.getOwner().getSimpleName() + "." + method.getName() + "` | "
                + ROLES.stream().map(role -> allowed.contains(role.name()) ? "yes" : "")
                        .collect(Collectors.joining(" | "))
                + " | " + (assured ? "needed" : "") + " |\n";
    }

    private static Optional<List<String>> roles(CanBeAnnotated one) {
        return one.isAnnotatedWith(RolesAllowed.class) ? Optional.of(written(one)) : Optional.empty();
    }

    private static List<String> written(CanBeAnnotated one) {
        JavaAnnotation<?> annotation = one instanceof JavaMethod method
                ? method.getAnnotationOfType(RolesAllowed.class.getName())
                : ((JavaClass) one).getAnnotationOfType(RolesAllowed.class.getName());
        return Arrays.stream((Object[]) annotation.get("value").orElseThrow())
                .map(Object::toString).toList();
    }
}
