/** The public directory of suppliers, and the pages on which they tell of themselves. */
package org.subhasta.web.suppliers;
