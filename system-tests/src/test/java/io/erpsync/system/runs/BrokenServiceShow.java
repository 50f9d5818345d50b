package io.erpsync.system.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.erpsync.system.Directions;
import io.erpsync.system.MutatedService;
import io.erpsync.system.ServiceCode;
import io.erpsync.system.SystemStack;
import io.erpsync.system.evidence.Run;
import io.erpsync.system.workload.Branch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The judge of these runs, before a system that is broken on purpose. */
@ExtendWith(StackExtension.class)
class BrokenServiceShow {

    @Test
    void seesAWriterThatForgetsAField(SystemStack stack, @TempDir Path folder)
            throws IOException, InterruptedException {
        ServiceCode broken =
                MutatedService.of(
                        "erp-writers",
                        "connectors/fortnox",
                        "io.erpsync.connector.fortnox.CustomerWrites",
                        "addressable(request.fields()).without(CustomerCatalogue.NUMBER);",
                        "addressable(request.fields()).without(CustomerCatalogue.NUMBER).without(\"Phone1\");",
                        folder);
        stack.kill(SystemStack.FORTNOX_WRITER);
        stack.start(SystemStack.FORTNOX_WRITER, broken);
        stack.awaitReady(SystemStack.FORTNOX_WRITER);
        try {
            List<Branch> branches =
                    List.of(Branch.of(Branch.ofEachKind("broken", 400), Directions.STANDARD));
            RandomRun run = new RandomRun(stack, Run.Kind.PLAIN, branches, 7);

            assertThat(run.findings(30, Disturbance.none()))
                    .anySatisfy(
                            finding -> {
                                assertThat(finding.guarantee()).isEqualTo(1);
                                assertThat(finding.what()).startsWith("phone: ");
                            });
        } finally {
            stack.kill(SystemStack.FORTNOX_WRITER);
            stack.start(SystemStack.FORTNOX_WRITER, ServiceCode.of("erp-writers"));
            stack.awaitReady(SystemStack.FORTNOX_WRITER);
        }
    }
}
