package io.erpsync.connection.rules;

import io.erpsync.model.Side;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How one object type is kept in step.
 *
 * @param limeType Lime's word for it ({@code company})
 * @param erpType the ERP's word for it ({@code customer})
 * @param erpNumber the ERP field that holds the number
 * @param registration the pair of fields that hold the registration number, for matching
 * @param name the pair of fields that hold the name, for telling a person about a candidate
 * @param propertiesSynced the Lime properties whose change asks for a sync
 * @param leader whose value wins when both sides changed the same field
 * @param putBack whether an edit in Lime that the matrix does not let through is overwritten with
 *     the ERP's value
 * @param limeTrigger whether Lime itself sets {@code updatesmade}; otherwise the engine derives it
 *     from the values
 * @param whereLime equality conditions that a Lime record must meet to be created in the ERP
 * @param whereErp the same for an ERP record
 */
public record ObjectRules(
        String limeType,
        String erpType,
        String erpNumber,
        MappingEntry registration,
        MappingEntry name,
        Directions directions,
        Set<String> propertiesSynced,
        List<MappingEntry> mapping,
        Matching matching,
        Side leader,
        boolean putBack,
        boolean limeTrigger,
        WhenDeleted whenDeleted,
        LimeProperties lime,
        Map<String, String> whereLime,
        Map<String, String> whereErp) {

    public ObjectRules {
        propertiesSynced = Set.copyOf(propertiesSynced);
        mapping = List.copyOf(mapping);
        whereLime = Map.copyOf(whereLime);
        whereErp = Map.copyOf(whereErp);
    }
}
