package io.erpsync.system.runs;

import io.erpsync.system.StackPlan;
import io.erpsync.system.SystemStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives the tests of this package one stack, started with the first and closed after the last. Each
 * brings connections of its own. Logs stay under {@code runs.home}.
 */
final class StackExtension implements ParameterResolver {

    private static final ExtensionContext.Namespace MINE =
            ExtensionContext.Namespace.create(StackExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SystemStack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(MINE)
                .computeIfAbsent(SystemStack.class, _ -> started(), SystemStack.class);
    }

    private static SystemStack started() {
        try {
            Path home = Files.createDirectories(Path.of(System.getProperty("runs.home", "target")));
            Path folder = Files.createTempDirectory(home, "run-");
            // Limits that are reached now and then, so that keeping them means something.
            StackPlan plan = StackPlan.of().withLimit("lime", 500, 5).withLimit("fortnox", 150, 5);
            return new SystemStack(folder, plan);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
