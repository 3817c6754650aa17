package org.subhasta.documents;

import org.subhasta.kernel.Refusal;

/** Why a file is not taken in, in order of precedence. */
public enum DocumentRefusal implements Refusal.Code {

    /** Larger than the caller allows; the detail is the limit in MiB. */
    DOCUMENT_TOO_LARGE,
    /** Not a single byte. */
    DOCUMENT_EMPTY,
    /** The name is missing, longer than 200 characters, or contains separators or controls. */
    DOCUMENT_NAME_UNFIT,
    /** A program, a script, or an archive or office file that carries one. */
    DOCUMENT_EXECUTABLE,
    /** The name promises another type than the content has; details: promised type, real type. */
    DOCUMENT_DISGUISED,
    /** A type that is not on the list of types taken in; the detail is the type. */
    DOCUMENT_TYPE_NOT_TAKEN
}
