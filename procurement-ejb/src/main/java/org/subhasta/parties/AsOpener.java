package org.subhasta.parties;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** Lends the role opener to work done by {@link Callers#as}: a role cannot be named at run time. */
@Stateless
@PermitAll
@RunAs(Role.Names.OPENER)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AsOpener {

    public <T> T run(StandIn<T> standIn) throws Exception {
        return standIn.run();
    }
}
