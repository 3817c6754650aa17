package org.subhasta.demonstration;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.util.concurrent.Callable;

/** Several calls of doors that only count together. */
@Stateless
@PermitAll
public class OneTransaction {

    /** Runs the work; any exception undoes all of it. */
    public <T> T run(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("undone", e);
        }
    }
}
