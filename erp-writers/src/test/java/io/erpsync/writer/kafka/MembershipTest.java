package io.erpsync.writer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class MembershipTest {

    private final AtomicLong now = new AtomicLong(1);
    private final Membership membership = new Membership(now::get);

    @Test
    void isNotHeldBeforeTheGroupHasAnswered() {
        assertThat(membership.isHeld()).isFalse();
    }

    @Test
    void isHeldForHalfASession() {
        membership.confirm(now.get());

        pass(Duration.ofMillis(4999));
        assertThat(membership.isHeld()).isTrue();
        pass(Duration.ofMillis(1));
        assertThat(membership.isHeld()).isFalse();
    }

    @Test
    void isProlongedByAnAnsweredHeartbeatSinceTheLastLook() {
        membership.confirm(now.get());
        membership.observe(heartbeats(1));
        pass(Duration.ofSeconds(3));
        membership.observe(heartbeats(1));
        pass(Duration.ofSeconds(1));
        membership.observe(heartbeats(2));

        // From the last look on, since the answer may have come right after it.
        pass(Duration.ofMillis(3999));
        assertThat(membership.isHeld()).isTrue();
        pass(Duration.ofMillis(1));
        assertThat(membership.isHeld()).isFalse();
    }

    @Test
    void isNotProlongedByLookingAlone() {
        membership.confirm(now.get());
        for (int look = 0; look < 50; look++) {
            pass(Duration.ofMillis(100));
            membership.observe(heartbeats(0));
        }

        assertThat(membership.isHeld()).isFalse();
    }

    @Test
    void neverGoesBack() {
        membership.confirm(now.get());
        membership.confirm(now.get() - Duration.ofSeconds(9).toNanos());

        assertThat(membership.isHeld()).isTrue();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static Map<MetricName, Metric> heartbeats(double count) {
        MetricName name =
                new MetricName("heartbeat-total", "consumer-coordinator-metrics", "", Map.of());
        return Map.of(
                name,
                new Metric() {
                    @Override
                    public MetricName metricName() {
                        return name;
                    }

                    @Override
                    public Object metricValue() {
                        return count;
                    }
                });
    }
}
