package io.erpsync.sync.config;

import io.erpsync.connection.file.ConnectionFolder;
import io.erpsync.connection.rules.Connection;
import io.erpsync.model.ConnectionName;
import io.erpsync.sync.topology.RuleBook;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;

/** The rules as the connections folder says, read again every ten seconds. */
final class FolderRuleBook implements RuleBook {

    private final ConnectionFolder folder;

    FolderRuleBook(ConnectionFolder folder) {
        this.folder = folder;
    }

    @Override
    public @Nullable Connection connection(ConnectionName name) {
        Connection known = folder.snapshot().connection(name);
        // A connection that another service knows already may be newer than our last look.
        return known == null ? folder.refresh().connection(name) : known;
    }

    @Scheduled(fixedDelayString = "PT10S")
    void refresh() {
        folder.refresh();
    }
}
