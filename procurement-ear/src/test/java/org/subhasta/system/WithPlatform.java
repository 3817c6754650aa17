package org.subhasta.system;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the platform before the first test class that has it and stops it after the last:
 * {@code @ExtendWith(WithPlatform.class)}, and a parameter of type {@link TestPlatform} where a
 * test wants to talk to it.
 */
public final class WithPlatform implements BeforeAllCallback, ParameterResolver {

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        if (insideTheServer()) {
            return;
        }
        context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(TestPlatform.class, type -> open());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().getSimpleName().equals("TestPlatform");
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return open();
    }

    private static Object open() {
        try {
            return TestPlatform.shared();
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** Door tests run there; the platform is around them already. */
    private static boolean insideTheServer() {
        return System.getProperty("jboss.server.base.dir") != null;
    }
}
