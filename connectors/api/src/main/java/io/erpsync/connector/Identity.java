package io.erpsync.connector;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whom the credentials open, and how far the system's clock is from ours.
 *
 * @param company the company's registration number, where the system tells
 * @param user the user the key belongs to, where the system tells
 * @param clockSkew the system's clock minus ours, to the second
 */
public record Identity(
        String name, @Nullable String company, @Nullable String user, Duration clockSkew) {}
