/**
 * {@code ./subhasta bench}: how fast it is on this machine, always as a ratio to something nobody
 * here wrote that does the bare work of the same, measured in the same run: absolute figures
 * depend on the machine, ratios hardly. A further subject is a {@link org.subhasta.bench.Benchmark}
 * more in the list of {@link org.subhasta.bench.Bench}.
 */
package org.subhasta.bench;
