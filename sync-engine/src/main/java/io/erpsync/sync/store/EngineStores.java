package io.erpsync.sync.store;

import java.util.function.Function;
import org.apache.kafka.streams.state.KeyValueStore;

/** All the memory of one engine task. Used by its stream thread alone. */
public record EngineStores(
        LinkStore links,
        OwnerIndex owners,
        DirectoryStore directory,
        Agenda agenda,
        GateStore gates,
        CatalogueStore catalogues,
        TallyStore tallies,
        WaitingRoom waiting) {

    /** Over the stores that {@code byName} gives. */
    public static EngineStores of(Function<String, KeyValueStore<String, byte[]>> byName) {
        return new EngineStores(
                new LinkStore(byName.apply(StoreNames.LINKS)),
                new OwnerIndex(byName.apply(StoreNames.OWNERS)),
                new DirectoryStore(byName.apply(StoreNames.DIRECTORY)),
                new Agenda(byName.apply(StoreNames.QUEUE), byName.apply(StoreNames.DUE)),
                new GateStore(byName.apply(StoreNames.GATES)),
                new CatalogueStore(byName.apply(StoreNames.CATALOGUES)),
                new TallyStore(byName.apply(StoreNames.TALLIES)),
                new WaitingRoom(byName.apply(StoreNames.WAITING)));
    }
}
