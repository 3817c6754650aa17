/**
 * Pages and resources for tenders: finding and reading them (public), writing and publishing them,
 * importing other publishers' (officers).
 */
package org.subhasta.web.tendering;
