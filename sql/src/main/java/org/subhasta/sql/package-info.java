/**
 * The database: the PostgreSQL that the default run starts, the migrations, and the two roles.
 *
 * <p><strong>Owner</strong>: the role that owns every table and runs the migrations; only the
 * launcher knows its password. <strong>Application role</strong>: the role of the running server;
 * it owns nothing and has exactly the rights that the migrations grant to it
 * ({@code ${application}} in their text), so that a bid or a journal leaf, once written, stays.
 *
 * <p>Invariants. D1: the server never holds the owner's password. D2: what is committed is on disk
 * ({@code fsync}, {@code synchronous_commit}, {@code full_page_writes} are on). D3: the application
 * role is no superuser, creates no roles and owns no object.
 */
package org.subhasta.sql;
