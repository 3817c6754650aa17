/** The rules of suppliers' profiles, pure. */
package org.subhasta.suppliers.model;
