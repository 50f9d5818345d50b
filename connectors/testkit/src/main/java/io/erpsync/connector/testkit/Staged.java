package io.erpsync.connector.testkit;

/** A part of the contract; its scenarios play on the stage. */
interface Staged {

    Stage stage();
}
