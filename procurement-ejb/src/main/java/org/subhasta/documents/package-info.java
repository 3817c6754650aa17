/**
 * Files: tender documents, attachments of bids, notices.
 *
 * <p>A file is known by the SHA-256 of its content and by nothing else. Names, titles and who may
 * see it belong to the capability that refers to it; this one only promises that the bytes under
 * a hash are the bytes with that hash, for ever.
 *
 * <p>Invariants:
 * <ul>
 * <li>D1: a file is stored once, however often it is handed in; nothing is ever changed or
 *     deleted (the application's database role may not).</li>
 * <li>D2: the type is judged by the content. A name that promises another type than the content
 *     has, programs, scripts and files with macros are refused: whoever opens a tender's document
 *     on an office computer must be able to rely on what it looks like.</li>
 * <li>D3: no file is held in memory whole; what is handed in is spooled to disk while it is hashed
 *     and stored in chunks of 256 KiB.</li>
 * </ul>
 */
package org.subhasta.documents;
