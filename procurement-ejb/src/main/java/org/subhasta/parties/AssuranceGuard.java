package org.subhasta.parties;

import jakarta.annotation.Priority;
import jakarta.ejb.EJB;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.Optional;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.model.Assurance;

/** Stands behind the check of roles and before every {@link Assured} door. */
@Assured
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class AssuranceGuard {

    @EJB
    private Callers callers;

    /** Lets those in of whom it is sure enough. */
    @AroundInvoke
    public Object check(InvocationContext call) throws Exception {
        Optional<Refusal> doubt = callers.current().doubt(needed(call.getMethod()));
        return doubt.isPresent() ? Outcome.refused(doubt.get()) : call.proceed();
    }

    private static Assurance needed(Method method) {
        Assured own = method.getAnnotation(Assured.class);
        return (own == null ? method.getDeclaringClass().getAnnotation(Assured.class) : own).value();
    }
}
