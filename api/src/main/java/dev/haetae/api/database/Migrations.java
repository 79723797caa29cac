package dev.haetae.api.database;

import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the schema up to date at a start, but at one that only trains the JVM where there is no database ({@code docker/train.sh}). */
@Configuration(proxyBeanMethods = false)
class Migrations {

    @Bean
    FlywayMigrationStrategy migrationStrategy(@Value("${haetae.migrate}") boolean migrate) {
        return migrate ? Flyway::migrate : _ -> {};
    }
}
