package io.erpsync.system.shows;

import io.erpsync.system.StackPlan;
import io.erpsync.system.SystemStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a show a stage whose stack is started once for all shows of a run. Each brings connections
 * of its own, and takes away what it changed for others.
 */
final class SharedStage implements ParameterResolver {

    private static final ExtensionContext.Namespace HERE =
            ExtensionContext.Namespace.create(SharedStage.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Stage shared =
                context.getRoot().getStore(HERE).computeIfAbsent("stage", _ -> open(), Stage.class);
        return Objects.requireNonNull(shared)
                .named(context.getRequiredTestClass().getSimpleName().replace("Show", ""));
    }

    private static Stage open() {
        try {
            return Stage.open("shared", plan());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Limits and paces that thousands of records do not wait for. */
    private static StackPlan plan() {
        return StackPlan.of()
                .withLimit("fortnox", 500, 5)
                .withLimit("lime", 60_000, 300)
                .withProperty(SystemStack.LIME_POLLER, "erpsync.events-per-second", "2000")
                .withProperty(SystemStack.ERP_POLLER, "erpsync.events-per-second", "2000");
    }
}
