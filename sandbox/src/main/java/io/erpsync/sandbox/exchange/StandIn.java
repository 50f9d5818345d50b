package io.erpsync.sandbox.exchange;

/** Something that answers HTTP requests under one path prefix. */
@FunctionalInterface
public interface StandIn {

    /**
     * Answers one request; whatever it writes is written when this returns. Never throws for what a
     * client may send: a refusal is a reply.
     */
    ApiReply answer(ApiRequest request);
}
