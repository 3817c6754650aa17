/** The part of the soak that works inside the server: a module that only its own copy has. */
package org.subhasta.soak.inside;
