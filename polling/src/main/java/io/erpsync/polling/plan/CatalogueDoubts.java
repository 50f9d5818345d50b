package io.erpsync.polling.plan;

import io.erpsync.connector.FeedItem;
import io.erpsync.model.FieldCatalogue;
import io.erpsync.model.Fields;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Sees in the records of one type that the catalogue told of it no longer holds: a field that the
 * rules speak of is in the records and not in the catalogue, or the other way round, as when
 * somebody renames a property. What a second look at the catalogue does not explain is not doubted
 * again. Not for use by several threads at once.
 */
public final class CatalogueDoubts {

    private final Set<String> inexplicable = new HashSet<>();

    /**
     * Whether the catalogue is to be read again before these records are believed.
     *
     * @param wanted the fields that the rules speak of
     */
    public boolean raisedBy(FieldCatalogue told, Set<String> wanted, List<FeedItem> items) {
        boolean raised = false;
        for (FeedItem item : items) {
            if (item instanceof FeedItem.Present(var record)) {
                for (String field : wanted) {
                    if (contradicts(told, field, record.fields())) {
                        raised |= inexplicable.add(field);
                    }
                }
            }
        }
        return raised;
    }

    /** A path over a relation is no field of the catalogue's own. */
    private static boolean contradicts(FieldCatalogue told, String field, Fields record) {
        return field.indexOf('.') < 0 && record.has(field) != (told.field(field) != null);
    }

    /** The catalogue turned out to be another one, and explains what was doubted. */
    public void explained() {
        inexplicable.clear();
    }
}
