/** The mails of a demonstration, shown to whoever sits at the machine itself. */
package org.subhasta.web.correspondence;
