/** The European Commission's Digital Signature Service, asked about what we sign; tests only. */
package org.subhasta.oracle;
