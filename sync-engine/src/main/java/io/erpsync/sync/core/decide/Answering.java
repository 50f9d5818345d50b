package io.erpsync.sync.core.decide;

import io.erpsync.model.Fields;
import io.erpsync.model.Value;
import io.erpsync.sync.core.model.LimeStatus;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Problem;
import io.erpsync.sync.core.text.CardText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is written on the card besides data: status, number, times and error text. */
final class Answering {

    private Answering() {}

    static Fields synced(Link link, boolean withStatus, Instant now, Context context) {
        Fields fields =
                Fields.NONE
                        .with(context.own().errorText(), Value.empty())
                        .with(context.own().lastSynced(), new Value.Moment(now));
        String number = context.number(link.erp());
        if (!number.isEmpty() && !number.equals(context.numberOnCard(link.lime().fields()))) {
            fields = fields.with(context.own().number(), Value.text(number));
        }
        if (link.lime().get(context.own().firstSynced()).isEmpty()) {
            fields = fields.with(context.own().firstSynced(), new Value.Moment(now));
        }
        return withStatus ? status(fields, LimeStatus.SYNCED, context) : fields;
    }

    static Fields failed(Problem problem, Link link, boolean withStatus, Context context) {
        Fields fields = note(problem, link, context);
        return withStatus ? status(fields, LimeStatus.ERROR, context) : fields;
    }

    static Fields note(@Nullable Problem problem, Link link, Context context) {
        if (problem == null) {
            return Fields.NONE.with(context.own().errorText(), Value.empty());
        }
        String text = CardText.of(problem, link.id(), context.rules());
        return Fields.NONE.with(context.own().errorText(), Value.text(text));
    }

    /** What a record that arrives in Lime from the ERP carries besides its data. */
    static Fields firstSync(String number, Instant now, Context context) {
        Fields fields =
                Fields.NONE
                        .with(context.own().number(), Value.text(number))
                        .with(context.own().firstSynced(), new Value.Moment(now))
                        .with(context.own().lastSynced(), new Value.Moment(now));
        return status(fields, LimeStatus.SYNCED, context);
    }

    private static Fields status(Fields fields, LimeStatus status, Context context) {
        return fields.with(context.own().status(), Value.text(status.key()));
    }
}
