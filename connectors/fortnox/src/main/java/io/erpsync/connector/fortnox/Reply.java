package io.erpsync.connector.fortnox;

import io.erpsync.connector.Answer;
import io.erpsync.model.Outcome;
import io.erpsync.model.Reason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What became of one request. */
sealed interface Reply {

    /** Carried out; {@code body} is the JSON object of the answer. */
    record Good(JsonNode body, ServerTime time) implements Reply {}

    /** Every reply but {@link Good}. */
    sealed interface Bad extends Reply {

        Reason reason();

        String words();

        /** As the outcome of a request that only reads. */
        Outcome asRead();

        /** As the outcome of a request that writes. */
        Outcome asWrite();

        /** As the answer of a request that only reads. */
        default <T> Answer<T> asAnswer() {
            return new Answer.Failed<>(reason(), null, words());
        }
    }

    /** There is no such record. */
    record Missing(String words) implements Bad {
        @Override
        public Reason reason() {
            return Reason.RECORD_GONE;
        }

        @Override
        public Outcome asRead() {
            return new Outcome.Absent(words);
        }

        @Override
        public Outcome asWrite() {
            return asRead();
        }
    }

    /** Fortnox said no. */
    record No(Reason reason, @Nullable String field, String words) implements Bad {
        @Override
        public Outcome asRead() {
            return new Outcome.Refused(reason, field, words);
        }

        @Override
        public Outcome asWrite() {
            return asRead();
        }
    }

    /** Surely not carried out; may be sent again. */
    record NotDone(Reason reason, @Nullable Duration retryAfter, String words) implements Bad {
        @Override
        public Outcome asRead() {
            return new Outcome.Unavailable(reason, retryAfter, words);
        }

        @Override
        public Outcome asWrite() {
            return asRead();
        }

        @Override
        public <T> Answer<T> asAnswer() {
            return new Answer.Failed<>(reason, retryAfter, words);
        }
    }

    /** Nobody knows whether it was carried out, or what came of it. */
    record Unclear(Reason reason, @Nullable Duration retryAfter, String words) implements Bad {
        @Override
        public Outcome asRead() {
            return new Outcome.Unavailable(reason, retryAfter, words);
        }

        @Override
        public <T> Answer<T> asAnswer() {
            return new Answer.Failed<>(reason, retryAfter, words);
        }

        @Override
        public Outcome asWrite() {
            return new Outcome.Unknown(words);
        }
    }
}
