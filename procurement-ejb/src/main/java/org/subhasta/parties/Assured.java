package org.subhasta.parties;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.subhasta.parties.model.Assurance;

/**
 * A door that binds somebody: it is refused with {@code ASSURANCE_NEEDED} while it is not sure
 * enough who calls, and the caller is told how to become so. Only for methods that answer with an
 * {@link org.subhasta.kernel.Outcome}.
 */
@InterceptorBinding
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Assured {

    /** What is needed. */
    @Nonbinding
    Assurance value() default Assurance.SUBSTANTIAL;
}
