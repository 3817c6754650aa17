/**
 * Pages and resources about who takes part: signing in, registering, the desks of suppliers and
 * officers, certificates, accounts, administration. Rules and roles are the doors' of
 * {@link org.subhasta.parties}; a bean here holds what was typed and where to go next.
 */
package org.subhasta.web.parties;
