package io.erpsync.schemas.topics;

import org.apache.kafka.common.errors.RetriableException;

/** The brokers did not answer a question about topics in time, or refused to. */
public final class BrokerUnavailable extends RetriableException {

    public BrokerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
