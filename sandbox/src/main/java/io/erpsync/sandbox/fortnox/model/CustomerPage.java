package io.erpsync.sandbox.fortnox.model;

import java.util.List;

/** Some of the customers found, and how many there are in all. */
public record CustomerPage(List<Customer> customers, int total, int pages, int page) {

    public CustomerPage {
        customers = List.copyOf(customers);
    }
}
