package io.erpsync.sync.core.mutants;

import java.util.Map;

/** Gives the mutant's own classes before those of the same name that the tests use. */
final class MutantLoader extends ClassLoader {

    private final Map<String, byte[]> classes;

    MutantLoader(Map<String, byte[]> classes) {
        super(MutantLoader.class.getClassLoader());
        this.classes = classes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length);
        }
    }
}
