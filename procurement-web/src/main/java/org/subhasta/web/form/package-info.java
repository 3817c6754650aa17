/**
 * What people's browsers send, read within bounds before any page sees it. The server's own reader
 * of forms bounds a whole request only, and a request with documents may have hundreds of megabytes:
 * as fields instead of files they would all stand in memory.
 */
package org.subhasta.web.form;
