/** The part of a rig that works inside the server: a module that only its own copy has. */
package org.subhasta.rig.inside;
