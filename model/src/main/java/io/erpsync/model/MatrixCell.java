package io.erpsync.model;

/**
 * Why a command may write: the cell of the direction matrix that must be open, checked by the
 * engine and again by the writer.
 */
public enum MatrixCell {
    CREATE_FROM_LIME,
    CREATE_FROM_ERP,
    UPDATE_FROM_LIME,
    UPDATE_FROM_ERP,
    /** Status, number, times and error text in Lime: our answer, due whatever the matrix says. */
    ANSWER,
    /** Reads write nothing. */
    NONE
}
