package io.erpsync.sync.core.mutants;

/**
 * The decision with one line of it changed.
 *
 * @param name what goes wrong by it
 * @param file below the core's folder
 * @param line what stands there, exactly once
 * @param instead what stands there in the mutant
 */
record Mutant(String name, String file, String line, String instead) {

    @Override
    public String toString() {
        return name;
    }
}
