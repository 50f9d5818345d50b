package io.erpsync.writer.kafka;

import io.erpsync.writer.execute.PartitionBook;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** One record that is dealt with, and what is to be sent of it together with its offset. */
record Settled(ConsumerRecord<byte[], byte[]> record, PartitionBook book, List<Letter> letters) {

    Settled {
        letters = List.copyOf(letters);
    }

    TopicPartition partition() {
        return new TopicPartition(record.topic(), record.partition());
    }
}
