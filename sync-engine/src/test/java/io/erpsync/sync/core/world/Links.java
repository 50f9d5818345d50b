package io.erpsync.sync.core.world;

import io.erpsync.model.Fields;
import io.erpsync.model.LinkId;
import io.erpsync.model.ObjectType;
import io.erpsync.model.RecordReference;
import io.erpsync.model.Side;
import io.erpsync.model.StoredRecord;
import io.erpsync.model.SystemName;
import io.erpsync.sync.core.mapping.Canonical;
import io.erpsync.sync.core.model.Candidate;
import io.erpsync.sync.core.model.Directory;
import io.erpsync.sync.core.model.Link;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The links of the connection: finds the one that a record belongs to, and answers for the others.
 * A link that has only an ERP record and is at rest holds nothing: a Lime record may have it.
 */
final class Links implements Directory {

    private final Rules rules;
    private final LimeStore lime;
    private final ErpStore erp;
    private final SortedMap<LinkId, Link> links;
    private final boolean loaded;

    Links(
            Rules rules,
            LimeStore lime,
            ErpStore erp,
            SortedMap<LinkId, Link> links,
            boolean loaded) {
        this.rules = rules;
        this.lime = lime;
        this.erp = erp;
        this.links = links;
        this.loaded = loaded;
    }

    /** The link that {@code record} belongs to; a fresh one when it is met for the first time. */
    Link of(Side side, StoredRecord record, @Nullable String storedLinkId) {
        Link known = having(record.reference());
        if (known != null) {
            return known;
        }
        Link carried = storedLinkId == null ? null : links.get(new LinkId(storedLinkId));
        if (carried != null && !carried.erp().exists()) {
            return carried;
        }
        Link waiting = side == Side.LIME ? waitingFor(record.fields()) : null;
        return waiting != null ? waiting : fresh(record.reference());
    }

    /** A link whose ERP record's number stands on a card that no link knows. */
    private @Nullable Link waitingFor(Fields card) {
        String number = card.get(rules.object().lime().number()).shown();
        Link link = number.isEmpty() ? null : having(erp.reference(number));
        return link == null || link.lime().exists() ? null : link;
    }

    private Link fresh(RecordReference reference) {
        LinkId id = new LinkId(reference.system() + "-" + reference.id());
        return Link.fresh(id, rules.connection().name(), ObjectType.CUSTOMER);
    }

    /** The link that has {@code reference}, an open one before a closed one. */
    @Nullable Link having(RecordReference reference) {
        Link closed = null;
        for (Link link : links.values()) {
            if (reference.equals(link.lime().reference())
                    || reference.equals(link.erp().reference())) {
                if (!(link.phase() instanceof Phase.Closed)) {
                    return link;
                }
                closed = link;
            }
        }
        return closed;
    }

    /** Keeps {@code link}; a link at rest that had nothing but its ERP record gives way. */
    void keep(Link link) {
        links.put(link.id(), link);
        RecordReference customer = link.erp().reference();
        RecordReference card = link.lime().reference();
        if (customer != null && card != null) {
            links.values().removeIf(other -> givesWay(other, link, customer, card));
        }
    }

    private static boolean givesWay(
            Link other, Link link, RecordReference customer, RecordReference card) {
        if (other.id().equals(link.id())) {
            return false;
        }
        boolean noteOfCustomer = customer.equals(other.erp().reference()) && !holds(other);
        boolean noteOfCard =
                card.equals(other.lime().reference()) && !other.erp().exists() && !other.isBusy();
        return noteOfCustomer || noteOfCard;
    }

    private boolean isBusy(RecordReference reference) {
        Link link = having(reference);
        return link != null && link.isBusy();
    }

    private static boolean holds(Link link) {
        return link.lime().exists() || !(link.phase() instanceof Phase.Idle);
    }

    @Override
    public @Nullable LinkId owner(RecordReference reference) {
        for (Link link : links.values()) {
            boolean has =
                    reference.system().equals(SystemName.LIME)
                            ? reference.equals(link.lime().reference()) && link.erp().exists()
                            : reference.equals(link.erp().reference()) && holds(link);
            if (has && !(link.phase() instanceof Phase.Closed)) {
                return link.id();
            }
        }
        return null;
    }

    @Override
    public String cardOf(LinkId id) {
        Link link = links.get(id);
        RecordReference card = link == null ? null : link.lime().reference();
        return link == null || card == null
                ? id.value()
                : link.lime().get("name").shown() + " (" + card.id() + ")";
    }

    @Override
    public List<Candidate> byRegistration(Side side, String normalised) {
        var entry = rules.object().registration();
        List<Candidate> hits = new ArrayList<>();
        if (side == Side.ERP) {
            for (String number : erp.numbers()) {
                Fields fields = erp.there(number).fields();
                if (Canonical.registration(fields.get(entry.erp())).equals(normalised)) {
                    String name = fields.get(rules.object().name().erp()).shown();
                    RecordReference reference = erp.reference(number);
                    hits.add(
                            new Candidate(
                                    reference, number, name, owner(reference), isBusy(reference)));
                }
            }
            return hits;
        }
        for (String id : lime.ids()) {
            Fields fields = lime.there(id).fields();
            String property = entry.lime();
            if (property != null
                    && Canonical.registration(fields.get(property)).equals(normalised)) {
                RecordReference reference = lime.reference(id);
                hits.add(
                        new Candidate(
                                reference,
                                id,
                                fields.get("name").shown(),
                                owner(reference),
                                isBusy(reference)));
            }
        }
        return hits;
    }

    @Override
    public Fields shownBefore(RecordReference customer) {
        return erp.shownBefore(customer.id());
    }

    @Override
    public boolean loaded(Side side) {
        return loaded;
    }
}
