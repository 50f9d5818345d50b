package io.erpsync.sync.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import io.erpsync.model.Value;
import io.erpsync.sync.core.model.Phase;
import io.erpsync.sync.core.model.Verdict;
import io.erpsync.sync.core.model.Work;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records of the core as JSON. The core knows nothing of it: names of cases are added from outside.
 */
public final class StateJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .changeDefaultVisibility(
                            visibility ->
                                    visibility
                                            .withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                                            .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                                            .withVisibility(
                                                    PropertyAccessor.CREATOR, Visibility.ANY))
                    // A flag that an engine before this one did not keep was not set.
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .addMixIn(Value.class, NamedCase.class)
                    .addMixIn(Phase.class, NamedCase.class)
                    .addMixIn(Work.class, NamedCase.class)
                    .addMixIn(Verdict.class, NamedCase.class)
                    .build();

    private StateJson() {}

    /** A sealed type of the core: its case is told by the simple name of the class. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
    private interface NamedCase {}

    public static byte[] write(Object state) {
        return MAPPER.writeValueAsBytes(state);
    }

    public static <T> T read(byte[] bytes, Class<T> type) {
        return MAPPER.readValue(bytes, type);
    }
}
