package dev.haetae.worker.queue;

import dev.haetae.common.tracing.Tracing;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReadWriteLock;

/**
 * What a worker's listeners share.
 *
 * @param requests the connection by which requests come
 * @param sending the connection by which reports, progress and heartbeats go
 * @param bulkSlots how many slots may do bulk work at a time: never the last one, unless there is only one
 * @param company judgings read-lock it; one that has to be alone write-locks it
 * @param watchdog ends a sandbox that does not end by itself
 * @param tracing records what becomes of requests
 */
record Station(
        Broker requests,
        Broker sending,
        WorkerState state,
        Heartbeat heartbeat,
        Semaphore bulkSlots,
        ReadWriteLock company,
        ScheduledExecutorService watchdog,
        Tracing tracing) {}
