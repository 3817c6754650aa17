/**
 * Checks the platform's files without the platform: no server, no database, no network. Above it
 * are only the pure rules (every {@code model} package, the files of auctions and {@code kernel})
 * and the signatures, so
 * that one runnable jar holds it all; the page {@code /verify} runs the same code.
 *
 * <p>Trust never comes from the file that is checked: whoever checks says whom to trust.
 */
package org.subhasta.verification;
