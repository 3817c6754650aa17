package org.subhasta.system.doors;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.event.Observes;
import jakarta.json.JsonObject;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NameClassPair;
import javax.naming.NamingException;
import org.subhasta.parties.Role;
import org.subhasta.system.DoorTest;

/** A public method of a door, found in the application as it runs: new ones need nobody to add them. */
record UseCase(Class<?> door, Method method) {

    private static final String DOORS = "java:global/subhasta/procurement-ejb";

    /** All of all doors, in the order of their names. */
    static List<UseCase> all() throws Exception {
        return doors().stream().flatMap(door -> Arrays.stream(door.getDeclaredMethods())
                        .filter(UseCase::isOffered).map(method -> new UseCase(door, method)))
                .sorted(Comparator.comparing(UseCase::name)
                        .thenComparing(one -> one.method.toString()))
                .toList();
    }

    private static Set<Class<?>> doors() throws NamingException, ClassNotFoundException {
        Set<Class<?>> doors = new HashSet<>();
        for (NameClassPair pair : Collections.list(new InitialContext().list(DOORS))) {
            String[] name = pair.getName().split("!");
            if (name.length == 2 && name[1].startsWith("org.subhasta.")) {
                Class<?> door = Class.forName(name[1], false, UseCase.class.getClassLoader());
                // What one capability asks of another; RolesTableTest looks at who answers.
                if (!door.isInterface()) {
                    doors.add(door);
                }
            }
        }
        return doors;
    }

    private static boolean isOffered(Method method) {
        return Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic() && Arrays.stream(method.getParameters())
                        .noneMatch(one -> one.isAnnotationPresent(Observes.class));
    }

    /** {@code tendering.Tenders.publish}. */
    String name() {
        return door.getName().replace("org.subhasta.", "") + "." + method.getName();
    }

    /** Whether nobody has to be anybody for it. */
    boolean isEverybodys() {
        return method.isAnnotationPresent(PermitAll.class)
                || !method.isAnnotationPresent(RolesAllowed.class)
                        && door.isAnnotationPresent(PermitAll.class);
    }

    /** Who may do it, as it is written; empty where nothing is. */
    Set<Role> roles() {
        RolesAllowed written = method.isAnnotationPresent(RolesAllowed.class)
                ? method.getAnnotation(RolesAllowed.class) : door.getAnnotation(RolesAllowed.class);
        return written == null ? Set.of() : Arrays.stream(written.value()).map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    /** Does it. */
    Object call(Object... arguments) throws Exception {
        try {
            return method.invoke(DoorTest.door(door), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception failed ? failed : e;
        }
    }

    /** Whether the caller is let in; what happens behind the door does not matter. */
    boolean lets(Object... arguments) {
        try {
            call(arguments);
            return true;
        } catch (EJBAccessException e) {
            return false;
        } catch (Exception e) {
            return true;
        }
    }

    /** Arguments that nothing answers to. */
    Object[] harmless() {
        return Arrays.stream(method.getParameterTypes()).map(UseCase::harmless).toArray();
    }

    /**
     * The arguments with an identifier in one place, for each place where one may stand: a text or a
     * number of a bid, as it is or within what is handed over.
     */
    List<Object[]> with(String id) {
        List<Object[]> all = new ArrayList<>();
        Class<?>[] types = method.getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            for (Object value : valuesWith(types[i], id)) {
                Object[] arguments = harmless();
                arguments[i] = value;
                all.add(arguments);
            }
        }
        return all;
    }

    private static List<Object> valuesWith(Class<?> type, String id) {
        if (type == String.class) {
            return List.of(id);
        }
        if (type == UUID.class) {
            return id.length() == 36 ? List.of(UUID.fromString(id)) : List.of();
        }
        if (!type.isRecord()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        RecordComponent[] parts = type.getRecordComponents();
        for (int i = 0; i < parts.length; i++) {
            for (Object part : valuesWith(parts[i].getType(), id)) {
                Object[] made = Arrays.stream(parts)
                        .map(one -> harmless(one.getType())).toArray();
                made[i] = part;
                Optional.ofNullable(make(type, made)).ifPresent(values::add);
            }
        }
        return values;
    }

    private static Object harmless(Class<?> type) {
        if (type == String.class) {
            return "";
        } else if (type == long.class) {
            return 0L;
        } else if (type == int.class) {
            return 0;
        } else if (type == boolean.class) {
            return false;
        } else if (type == byte[].class) {
            return new byte[0];
        } else if (type == UUID.class) {
            return new UUID(0, 0);
        } else if (type == Instant.class) {
            return Instant.EPOCH;
        } else if (type == Duration.class) {
            return Duration.ZERO;
        } else if (type == Optional.class) {
            return Optional.empty();
        } else if (type == Set.class) {
            return Set.of();
        } else if (type == List.class || type == Collection.class) {
            return List.of();
        } else if (type == Map.class) {
            return Map.of();
        } else if (type == InputStream.class) {
            return InputStream.nullInputStream();
        } else if (type == JsonObject.class) {
            return JsonObject.EMPTY_JSON_OBJECT;
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return type.isRecord() ? make(type, Stream.of(type.getRecordComponents())
                .map(part -> harmless(part.getType())).toArray()) : null;
    }

    /** Null where the type does not take such parts: then there is nothing to hand over. */
    private static Object make(Class<?> type, Object[] parts) {
        try {
            return type.getDeclaredConstructor(Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getType).toArray(Class<?>[]::new)).newInstance(parts);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return name() + Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName)
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
