package io.erpsync.sync.core.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.erpsync.sync.core.world.Broken;
import io.erpsync.sync.core.world.Deciding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the tests would miss, they would miss here. */
class MutantsIT {

    static List<Mutant> mutants() {
        return List.of(
                new Mutant(
                        "repeats a lost write at once",
                        "decide/Failures.java",
                        "phase(new Phase.Settling(work, until, since))",
                        "phase(new Phase.Ready(work, since))"),
                new Mutant(
                        "forgets after settling that a write was attempted",
                        "decide/Requests.java",
                        "link.phase(new Phase.Ready(work, since));",
                        "link.ready(work);"),
                new Mutant(
                        "forgets while the ERP is away that a write was attempted",
                        "decide/Failures.java",
                        "new Phase.Waiting(work, now.plus(pause), reason, attemptedSince)",
                        "new Phase.Waiting(work, now.plus(pause), reason, null)"),
                new Mutant(
                        "takes any result for the one it waits for",
                        "decide/Answers.java",
                        "&& command.equals(event.command());",
                        "&& command != null;"),
                new Mutant(
                        "writes to the ERP without inprocess and snapshot",
                        "decide/NextWork.java",
                        "READYFORFIRSTSYNC, UPDATESMADE -> new Step(new Work.Ask(),",
                        "READYFORFIRSTSYNC, UPDATESMADE -> new Step(takenUpAgain(link, context),"),
                new Mutant(
                        "believes older observations",
                        "decide/Observation.java",
                        "if (seen != null && !sighting.asOf().isAfter(seen.asOf())) {",
                        "if (seen == null) {"),
                new Mutant(
                        "believes what it sees while its own write is out",
                        "decide/Observation.java",
                        "if (touched) {",
                        "if (touched && link.isFresh()) {"),
                new Mutant(
                        "takes an observation for answered by a result",
                        "decide/Answers.java",
                        "doubtStays(side, known.doubt(), sighting));",
                        "false);"),
                new Mutant(
                        "updates the ERP whatever the matrix says",
                        "mapping/Pair.java",
                        "rules.object().directions().mayUpdateFrom(Side.LIME)"
                                + " && entry.owner() != Side.ERP;",
                        "entry.owner() != Side.ERP;"),
                new Mutant(
                        "creates in the ERP whatever the matrix says",
                        "decide/RoundCourse.java",
                        "if (!context.directions().mayCreateFrom(Side.LIME)) {",
                        "if (link.isFresh()) {"),
                new Mutant(
                        "agrees on what was sent, not on what was stored",
                        "decide/Agreement.java",
                        "agreement.on(entry, round.snapshot(), after.erp().get(entry.erp()));",
                        "agreement.on(entry, round.snapshot(), plan.toErp().get(entry.erp()));"),
                new Mutant(
                        "insists on a status that moved on",
                        "decide/Failures.java",
                        "new Work.Answer(answer.round(), answer.verdict(), false)",
                        "new Work.Answer(answer.round(), answer.verdict(), true)"),
                new Mutant(
                        "answers with a status although it saw it move on",
                        "decide/Release.java",
                        "answer.withStatus() && context.status(link) == LimeStatus.INPROCESS;",
                        "answer.withStatus();"),
                new Mutant(
                        "moves a status without looking at the table",
                        "decide/Release.java",
                        "if (!context.status(link).mayBeMovedByUsTo(next)) {",
                        "if (link.isFresh()) {"),
                new Mutant(
                        "creates although there is a number on the card",
                        "decide/RoundCourse.java",
                        "return onCard.isEmpty()",
                        "return context != null"),
                new Mutant(
                        "creates without matching",
                        "decide/RoundCourse.java",
                        "matching() == Matching.OFF || link.createSince() != null",
                        "matching() != null || link.createSince() != null"),
                new Mutant(
                        "lets an empty field win the first exchange",
                        "mapping/Pair.java",
                        "if (limeValue.isEmpty()) {",
                        "if (limeValue == null) {"),
                new Mutant(
                        "takes a first contact for a change",
                        "decide/Observation.java",
                        "if (!status.asks()) {",
                        "if (status.asks()) {"),
                new Mutant(
                        "overlooks an edit made while in process",
                        "decide/NextWork.java",
                        "return editedInLime(link, context)",
                        "return link.isFresh()"),
                new Mutant(
                        "does not put a number back",
                        "decide/NextWork.java",
                        "if (numberGone && link.erp().exists() && link.problem() == null) {",
                        "if (numberGone && link.isFresh()) {"),
                new Mutant(
                        "keeps a problem that was solved",
                        "decide/Answers.java",
                        "link.problem(Contest.isOn(link) ? link.problem() : null).triedErp(",
                        "link.triedErp("),
                new Mutant(
                        "takes a saved customer that was only listed for a baseline",
                        "decide/Observation.java",
                        "if (next.lime().exists() && isEdit(event, context)) {",
                        "if (next.isFresh()) {"),
                new Mutant(
                        "forgets what the list had shown of a customer",
                        "decide/ListedBefore.java",
                        "edited ? link.erp(erp.agreeing(base)) :",
                        "edited ? link :"),
                new Mutant(
                        "takes an answer from the past for an edit",
                        "decide/Observation.java",
                        "if (side == Side.ERP && GoingBack.isDoubtful(link, sighting, context)) {",
                        "if (link.isFresh()) {"),
                new Mutant(
                        "takes an answer to its own read for one of now",
                        "decide/GoingBack.java",
                        "return sure == null",
                        "return link != null"),
                new Mutant(
                        "parts two records while the card waits for its answer",
                        "decide/Requests.java",
                        "if (link.isBusy()) {",
                        "if (link.isFresh()) {"),
                new Mutant(
                        "joins two records while a command is out",
                        "decide/Requests.java",
                        "if (taken || link.isBusy()) {",
                        "if (taken) {"),
                new Mutant(
                        "sends now what is being sent",
                        "decide/Requests.java",
                        "if (!atRest || !link.lime().wasSeen()) {",
                        "if (!link.lime().wasSeen()) {"),
                new Mutant(
                        "never ends a hold",
                        "decide/Requests.java",
                        "Decision.of(afterSettling(link, work, since), Kind.HOLD, Why.WAITS_FOR_RELEASE);",
                        "Decision.of(link, Kind.HOLD, Why.SETTLING);"),
                new Mutant(
                        "takes up a record that is gone while a write to it is out",
                        "decide/Observation.java",
                        "if (mayBeWriting || tooSoon) {",
                        "if (tooSoon) {"),
                new Mutant(
                        "brings a deleted card back",
                        "decide/Endings.java",
                        "link.problem(null).phase(new Phase.Closed(Phase.Ending.LIME_RECORD_GONE)),",
                        "link.lime(io.erpsync.sync.core.model.SideState.NONE)"
                                + ".erp(link.erp().agreeing(io.erpsync.model.Fields.NONE)).idle(),"),
                new Mutant(
                        "leaves a card in process whose update was dropped",
                        "decide/Braking.java",
                        "if (round != null) {",
                        "if (link.isFresh()) {"),
                new Mutant(
                        "takes a look that was refused for an answer",
                        "decide/Failures.java",
                        "fail(doubtingAgain(link, Side.ERP), round, problem, context);",
                        "fail(link, round, problem, context);"),
                new Mutant(
                        "writes what the ERP reformats again and again",
                        "decide/Answers.java",
                        "Agreement.onSent(link, next, update.round(), context),",
                        "next,"),
                new Mutant(
                        "leaves a card asking after what the ERP changed was dropped",
                        "decide/Braking.java",
                        "NextWork.of(agreed, context, Why.DISCARDED);",
                        "Decision.of(agreed.idle(), Kind.SKIP, Why.DISCARDED);"),
                new Mutant(
                        "creates anew for a card in process that it does not remember",
                        "decide/NextWork.java",
                        ": link.createSince(card.asOf().minus(BEFORE_THE_CARD));",
                        ": link;"),
                new Mutant(
                        "creates a second card for a customer whose card came meanwhile",
                        "decide/Release.java",
                        "Decision noMore = attemptedSince == null ? noMoreToCreate() : null;",
                        "Decision noMore = link.isFresh() ? noMoreToCreate() : null;"),
                new Mutant(
                        "says error without a word",
                        "decide/Answering.java",
                        ".with(context.own().errorText(), Value.text(text));",
                        ".with(context.own().errorText(), Value.empty());"));
    }

    @Test
    void findsNothingInTheDecisionItself() {
        Deciding unharmed =
                MutantCompiler.compile(
                        new Mutant("none", "decide/Decider.java", "final class", "final class"));

        for (Hunt hunt : Hunt.ALL) {
            hunt.search().accept(unharmed);
        }
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void isCaught(Mutant mutant) {
        Deciding deciding = MutantCompiler.compile(mutant);

        assertThatThrownBy(() -> Hunt.ALL.forEach(hunt -> hunt.search().accept(deciding)))
                .as(mutant.name())
                .isInstanceOf(Broken.class);
    }

    @Test
    void hasMutantsOfDifferentKinds() {
        assertThat(mutants()).extracting(Mutant::name).doesNotHaveDuplicates();
        assertThat(mutants()).hasSizeGreaterThanOrEqualTo(10);
    }
}
