package io.erpsync.writer.kafka;

import io.erpsync.writer.execute.Command;
import io.erpsync.writer.execute.PartitionBook;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * One command as it was delivered.
 *
 * @param book of its partition in this assignment; another assignment has another book
 * @param again whether a writer before us may have begun it
 */
record Delivery(
        Command command, ConsumerRecord<byte[], byte[]> record, PartitionBook book, boolean again) {

    TopicPartition partition() {
        return new TopicPartition(record.topic(), record.partition());
    }
}
