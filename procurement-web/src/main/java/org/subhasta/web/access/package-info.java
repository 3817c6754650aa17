/**
 * Who is calling: the one place where a request becomes a person.
 *
 * <p>One Jakarta Security mechanism serves both ways. Under {@code /api} a bearer token, and
 * nothing else, says who calls: a session's cookie opens nothing there, so that no foreign site can
 * use a visitor's browser against the interface. Everywhere else the session says it: signing in
 * puts a {@link org.subhasta.web.access.SignedSession} into it, under a fresh session id.
 *
 * <p>The caller principal's name is the person's identifier, the groups are the names of the roles,
 * both read anew with each request. Roles are checked at the doors of the domain;
 * {@link org.subhasta.web.access.Gate} only spares people a page that would refuse them, and leads
 * them to sign in.
 *
 * <p>Requests that change something and come from another site are refused whatever they carry
 * (by what browsers say of them), besides the session cookie being {@code SameSite}.
 */
package org.subhasta.web.access;
