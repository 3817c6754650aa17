/**
 * What those who operate the platform see of it: whether it is ready, and which request a line of
 * the log belongs to.
 */
package org.subhasta.web.operation;
