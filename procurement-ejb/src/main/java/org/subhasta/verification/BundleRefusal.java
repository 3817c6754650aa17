package org.subhasta.verification;

import org.subhasta.kernel.Refusal;

/** Why a file is no bundle, in order of precedence. Judged before anything in it is looked at. */
public enum BundleRefusal implements Refusal.Code {

    /** Larger than any bundle. Details: the limit in MiB. */
    BUNDLE_TOO_LARGE,
    /** It ends within a file, or does not begin as a ZIP. */
    BUNDLE_CUT_OFF,
    /** More files than any bundle has. Details: the limit. */
    BUNDLE_TOO_MANY_FILES,
    /** A name that is no plain relative path in small letters. Details: the name, escaped. */
    BUNDLE_NAME_BAD,
    /** Compressed or encrypted: a bundle never is, so there is nothing to blow up. Details: name. */
    BUNDLE_COMPRESSED,
    /** Names twice or out of order. Details: the name. */
    BUNDLE_NAMES_UNSORTED,
    /** A ZIP, but not byte for byte as a bundle is written. Details: from which byte on. */
    BUNDLE_NOT_AS_WRITTEN,
    /** The manifest and the files differ. Details: the file. */
    BUNDLE_MANIFEST_DIFFERS
}
