/** The rules of exclusions and qualified lists: plain Java, given the instant and told who acts. */
package org.subhasta.eligibility.model;
