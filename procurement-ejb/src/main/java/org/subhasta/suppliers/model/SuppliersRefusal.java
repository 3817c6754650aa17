package org.subhasta.suppliers.model;

import org.subhasta.kernel.Refusal;

/** Why something about suppliers' profiles is refused, in the order of precedence. */
public enum SuppliersRefusal implements Refusal.Code {

    /** No such supplier, or not yours to see. */
    SUPPLIER_UNKNOWN,
    /** Not one of the sizes. */
    SIZE_UNKNOWN,
    /** Not an address of the web. */
    WEBSITE_MALFORMED,
    /** {0} is no class of the CPV. */
    CATEGORY_UNKNOWN,
    /** More than {0}. */
    CATEGORIES_TOO_MANY,
    /** {0} is neither a country nor a region of the NUTS. */
    PLACE_UNKNOWN,
    /** More than {0}. */
    PLACES_TOO_MANY,
    /** Not an IBAN. */
    IBAN_WRONG,
    /** The register {0} did not answer. */
    REGISTER_SILENT
}
