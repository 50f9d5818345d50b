package io.erpsync.connection.rules;

/** The language of the texts on cards. */
public enum Language {
    SV,
    EN
}
