/** Live auctions over HTTP: reading, taking part, running them; and what watchers are sent. */
package org.subhasta.web.auction;
