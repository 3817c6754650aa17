package org.subhasta.bench;

/** The measurements of one subject. */
interface Benchmark {

    /** The word it is called by: {@code ./subhasta bench signing}. */
    String name();

    /** What people need to know to read the figures, a few words. */
    String how();

    /**
     * Measures, and puts a line for each measure into the table as soon as it is known.
     *
     * @throws Exception whatever keeps it from measuring
     */
    void run(Table table) throws Exception;
}
