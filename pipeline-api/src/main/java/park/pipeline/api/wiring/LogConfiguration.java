package park.pipeline.api.wiring;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import park.pipeline.core.access.AccessLines;
import park.pipeline.core.access.AccessLog;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.core.log.CommitSource;
import park.pipeline.core.log.EventCodec;
import park.pipeline.core.log.LogClaims;
import park.pipeline.core.log.LogDialect;
import park.pipeline.core.log.LogLines;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.log.LogWriter;
import park.pipeline.core.log.OwnTransaction;
import park.pipeline.core.log.PipelineEventStorageEngine;
import park.pipeline.core.log.Receipts;
import park.pipeline.core.log.SearchedLog;
import park.pipeline.core.person.PersonKeys;

/** The log and the clock that feeds it: the only place where the service asks what time it is. */
@Configuration
class LogConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Catalogue catalogue(PipelineSettings settings) {
        return Catalogue.withIndustries(settings.industries());
    }

    @Bean
    EventCodec eventCodec() {
        return new EventCodec();
    }

    @Bean
    LogDialect logDialect(DataSource dataSource) {
        return LogDialect.of(dataSource);
    }

    @Bean
    NodeId thisNode(PipelineSettings settings, LogDialect dialect) {
        return NodeId.of(settings, dialect.isShared());
    }

    @Bean
    @DependsOnDatabaseInitialization
    LogWriter logWriter(DataSource dataSource, Clock clock, LogDialect dialect) {
        return new LogWriter(dataSource, clock, dialect);
    }

    @Bean
    @DependsOnDatabaseInitialization
    LogReader logReader(DataSource dataSource, EventCodec codec) {
        return new LogReader(dataSource, codec);
    }

    @Bean
    LogLines logLines(DataSource dataSource) {
        return new LogLines(dataSource);
    }

    @Bean
    SearchedLog searchedLog(DataSource dataSource) {
        return new SearchedLog(dataSource);
    }

    @Bean
    LogClaims logClaims(DataSource dataSource) {
        return new LogClaims(dataSource);
    }

    @Bean
    Receipts receipts(DataSource dataSource, Clock clock) {
        return new Receipts(dataSource, clock);
    }

    @Bean
    OwnTransaction ownTransaction(DataSource dataSource, LogDialect dialect) {
        return new OwnTransaction(dataSource, dialect);
    }

    @Bean
    AccessLog accessLog(OwnTransaction transaction, Clock clock) {
        return new AccessLog(transaction, clock);
    }

    @Bean
    AccessLines accessLines(DataSource dataSource) {
        return new AccessLines(dataSource);
    }

    @Bean
    PersonKeys personKeys(DataSource dataSource) {
        return new PersonKeys(dataSource);
    }

    /** Under load, views take commands in together that come within a short time: a transaction for each would cost more than it. */
    @Bean
    CommitSource commitSource(
            LogReader reader, LogWriter writer, @Value("${pipeline.views-gather:25ms}") Duration gathered) {
        return new CommitSource(reader, writer, gathered);
    }

    @Bean
    PipelineEventStorageEngine eventStorageEngine(LogWriter writer, LogReader reader, EventCodec codec) {
        return new PipelineEventStorageEngine(writer, reader, codec);
    }
}
