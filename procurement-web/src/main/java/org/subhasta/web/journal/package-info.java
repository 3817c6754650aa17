/**
 * The journal for everybody: the page {@code /log}, the log as files for tools
 * ({@code /log/checkpoint}, {@code /log/key}, {@code /log/tile/…}), proofs for programs
 * ({@code /api/v1/log/…}), and for administrators {@code /administration/journal}. On every page: an
 * alarm of the self-check, and that acts are stopped.
 */
package org.subhasta.web.journal;
