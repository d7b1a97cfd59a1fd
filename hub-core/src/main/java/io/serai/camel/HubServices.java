package io.serai.camel;

import io.serai.profile.IdentityEvents;
import io.serai.record.Mapping;
import io.serai.record.OutMapping;
import io.serai.sync.Guards;
import io.serai.sync.IngestStep;
import io.serai.sync.PullRun;
import io.serai.sync.Pushes;
import io.serai.sync.Runs;
import java.time.ZoneId;
import java.util.Map;

/**
 * What routes need of the hub.
 *
 * @param zone the hub's timezone, in which {@code cron} is read
 * @param runs where runs begin and end
 * @param pulls what pulls need
 * @param ingest what {@code hub:ingest} does
 * @param pushes what {@code hub:push} does
 * @param guards when a push waits for a person
 * @param streams the open connections
 * @param people whom {@code hub:profiles} and {@code hub:segment} deliver
 * @param identityEvents what {@code hub:identity} delivers
 * @param mappings those into the hub, by name
 * @param outMappings those out of the hub, by name
 */
public record HubServices(
        ZoneId zone,
        Runs runs,
        PullRun.Parts pulls,
        IngestStep ingest,
        Pushes pushes,
        Guards guards,
        Streams streams,
        People people,
        IdentityEvents identityEvents,
        Map<String, Mapping> mappings,
        Map<String, OutMapping> outMappings) {}
