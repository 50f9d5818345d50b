package io.erpsync.sandbox.fortnox.model;

import java.util.Map;
import java.util.Set;

/**
 * Who a tenant is and who may come in.
 *
 * @param clients secrets by client id
 * @param firstNumber where the customer number series starts
 */
public record Company(
        String tenant,
        String name,
        String organisationNumber,
        Map<String, String> clients,
        Set<String> scopes,
        long firstNumber) {

    public Company {
        clients = Map.copyOf(clients);
        scopes = Set.copyOf(scopes);
    }
}
