/**
 * The part of a benchmark that works inside the server, beside the application: a module that only
 * the benchmark's own copy has, on loopback.
 */
package org.subhasta.bench.inside;
