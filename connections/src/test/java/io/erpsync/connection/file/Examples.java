package io.erpsync.connection.file;

/** Connection files by name. */
final class Examples {

    /** The shortest file that is whole. */
    static final String SHORTEST =
            """
            connection: acme
            mode: live
            lime: { url: https://acme.example/acme, api-key: ${ACME_LIME_KEY} }
            erp: { system: fortnox, tenant: "29302", company: "556677-8899" }
            objects:
              customer:
                directions: standard
            """;

    /** The sample of the design. */
    static final String PILOT =
            """
            # connections/acme.yml
            connection: acme
            mode: observe                # observe | live | off; required, no default
            lime: { url: https://acme.example/acme, api-key: ${ACME_LIME_KEY}, sync-user: 2701 }
            erp:  { system: fortnox, tenant: "29302", company: "556677-8899" }
            poll: { every: 10m, status: 1m }
            language: sv
            only: [company/1042]         # optional pilot: these records alone
            objects:
              customer:
                directions: standard     # or create-from: [lime], update-from: [lime]
                properties-synced: [name, registrationno, phone]
                mapping:                 # over the shipped defaults
                  - { lime: pricelist_text, erp: PriceList }
                  - { erp: TermsOfPayment, value: "30", when: create }
            """;

    /** Every key there is, none at its default. */
    static final String FULL =
            """
            connection: full
            mode: off
            lime:
              url: https://full.example/full
              api-key: ${FULL_LIME_KEY}
              sync-user: 2701
              time-zone: Europe/Helsinki
            erp:
              system: fortnox
              tenant: ${FULL_TENANT}
              company: 556677-8899
              url: http://127.0.0.1:8090/fortnox
              auth-url: http://127.0.0.1:8090/fortnox
              clear-empty: true
              number: ours
              settle-time: 30
            poll: { every: 1h, status: 500ms }
            language: en
            only: [customer_card/1042, client/77]
            brake: { updates: 10, percent: 1, clears: 2 }
            objects:
              customer:
                create-from: [lime]
                update-from: [lime, erp]
                properties-synced: [name, phone]
                match: off
                leader: erp
                put-back: false
                lime-trigger: false
                when-deleted: recreate
                where-lime: { buyingstatus: customer }
                where-erp: { Active: true }
                lime-type: customer_card
                erp-type: client
                number: No
                registration: { lime: regno, erp: OrgNo }
                name: { lime: title, erp: Title }
                lime-properties:
                  number: erpid
                  status: erpstatus
                  error-text: erperror
                  first-synced: erpfirst
                  last-synced: erplast
                mapping:
                  - { lime: coworker.email, erp: OurReference, when: create }
                  - { lime: phone, erp: Phone2, owner: lime }
                  - lime: vat
                    erp: VATType
                    table: { Inrikes: SEVAT, Domestic: SEVAT, NO: EXPORT }
                  - { lime: country, erp: none }
            """;

    private Examples() {}

    static String named(String name, String tenant) {
        return SHORTEST.replace("acme", name).replace("29302", tenant);
    }
}
