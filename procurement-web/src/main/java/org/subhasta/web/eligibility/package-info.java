/** Pages and resources about exclusions and qualified lists; rules are {@code eligibility}'s. */
package org.subhasta.web.eligibility;
